import { newId } from "@campus-graph/kit/sql/id";
import { describe, expect, it } from "vitest";
import { givenApprovedGuardian, givenSubmittedRequest } from "./accounts.js";
import { codeOf, type Identity, keyOfPerson, li, signedIn, startIdentity, wang } from "./given.js";

const other = { ...wang, email: "other@example.com" };
const dayMs = 24 * 60 * 60_000;

const links = async (identity: Identity, subjectId: string) =>
  (await identity.execute(signedIn(subjectId), "{ myPersonLinks { id requestId appliedAt expiresAt } }")).data
    .myPersonLinks;

const answer = (identity: Identity, subjectId: string, id: string, accept: boolean) =>
  identity.execute(
    signedIn(subjectId),
    "mutation ($input: AnswerPersonLinkInput!) { answerPersonLink(input: $input) { id requestId } }",
    { input: { id, accept } },
  );

const rolesOf = async (identity: Identity, subjectId: string) =>
  (
    await identity.rows<{ roles: { role: string }[] }>("select roles from account where id = ?", [subjectId])
  )[0]!.roles;

const outcomes = async (identity: Identity, requestId: string) =>
  (
    await identity.published(
      "identity.AccountProvisioned",
      "identity.ProvisionRefused",
      "identity.PersonLinkOffered",
    )
  ).filter(({ payload }) => payload.requestId === requestId);

/** 王大明, a teacher with a national ID here, and somebody who applied with it from another mailbox. */
async function appliedWithAnothersId() {
  const identity = await startIdentity();
  const { subjectId: owner } = await givenApprovedGuardian(identity, wang);
  await identity.rows("update account set roles = ? where id = ? returning 1", [
    JSON.stringify([{ role: "TEACHER", schoolCode: "403601" }]),
    owner,
  ]);
  identity.clock.advance(60_000);
  const applied = await givenApprovedGuardian(identity, other);
  return { identity, owner, requestId: applied.facts.requestId, applicant: applied.subjectId };
}

describe("a national ID of an account, applied with under another address", () => {
  it("adds nothing to the account unasked; its owner is told, by mail and in a list", async () => {
    const { identity: started, owner, requestId } = await appliedWithAnothersId();
    await using identity = started;
    expect(await rolesOf(identity, owner)).toEqual([{ role: "TEACHER", schoolCode: "403601" }]);
    const [offered, ...more] = await outcomes(identity, requestId);
    expect(more).toEqual([]);
    const expiresAt = new Date(identity.clock.now().getTime() + 14 * dayMs);
    expect(offered).toMatchObject({ type: "identity.PersonLinkOffered", payload: { requestId } });
    const [link] = await links(identity, owner);
    expect(link.requestId).toBe(requestId);
    expect(Math.abs(new Date(link.expiresAt).getTime() - expiresAt.getTime())).toBeLessThan(60_000);
    const letter = identity.mailbox.to(wang.email).at(-1)!;
    expect(letter.subject).toContain("有人以您的身分證字號申請親子綁定");
    expect(letter.raw).not.toContain(other.email);
    expect(letter.raw).not.toContain(wang.nationalId);
  });

  it("sends who applied the very letter that every approved guardian gets", async () => {
    const { identity: started } = await appliedWithAnothersId();
    await using identity = started;
    identity.clock.advance(60_000);
    await givenApprovedGuardian(identity, li);
    const [linked, ordinary] = [other, li].map(({ name, email }) => {
      const { subject, text } = identity.mailbox.to(email).at(-1)!;
      return { subject, text: text.replaceAll(email, "…").replaceAll(name, "…") };
    });
    expect(linked).toEqual(ordinary);
    expect(linked!.text).toContain("若您已有帳號，請以原帳號登入並同意此項綁定。");
  });

  it("sends who applied for a second child the letter of everybody's second child", async () => {
    await using identity = await startIdentity();
    await givenApprovedGuardian(identity, wang);
    const letters: string[] = [];
    for (const person of [other, li])
      for (let child = 0; child < 2; child++) {
        identity.clock.advance(60_000);
        await givenApprovedGuardian(identity, person);
        const { subject, text } = identity.mailbox.to(person.email).at(-1)!;
        letters.push(`${subject} ${text.replaceAll(person.email, "…").replaceAll(person.name, "…")}`);
      }
    expect(letters.slice(0, 2)).toEqual(letters.slice(2));
    expect(letters[0]).not.toBe(letters[1]);
  });

  it("speaks of no new account to who applied by the login of their own", async () => {
    await using identity = await startIdentity();
    await givenApprovedGuardian(identity, wang);
    await givenApprovedGuardian(identity, li);
    identity.clock.advance(60_000);
    await givenApprovedGuardian(identity, { ...li, nationalId: wang.nationalId });
    expect(identity.mailbox.to(li.email).at(-1)!.text).not.toContain("後6碼");
  });

  it("gives the account role and binding once its owner, signed in, accepts", async () => {
    const { identity: started, owner, requestId } = await appliedWithAnothersId();
    await using identity = started;
    const [{ id }] = await links(identity, owner);
    for (let times = 0; times < 2; times++)
      expect((await answer(identity, owner, id, true)).data.answerPersonLink).toEqual({ id, requestId });
    expect((await outcomes(identity, requestId)).map(({ payload }) => payload)).toEqual([
      expect.objectContaining({ requestId }),
      { requestId, subjectId: owner, existing: true, personKey: keyOfPerson(wang.nationalId) },
    ]);
    expect(await rolesOf(identity, owner)).toContainEqual({ role: "GUARDIAN" });
    expect(await links(identity, owner)).toEqual([]);
    expect(codeOf(await answer(identity, owner, id, false))).toBe("PERSON_LINK_ENDED");
  });

  it("ends when its owner declines", async () => {
    const { identity: started, owner, requestId } = await appliedWithAnothersId();
    await using identity = started;
    const [{ id }] = await links(identity, owner);
    await answer(identity, owner, id, false);
    expect((await outcomes(identity, requestId)).at(-1)).toMatchObject({
      type: "identity.ProvisionRefused",
      payload: { code: "PERSON_LINK_DECLINED" },
    });
    expect(await rolesOf(identity, owner)).toEqual([{ role: "TEACHER", schoolCode: "403601" }]);
    expect(codeOf(await answer(identity, owner, id, true))).toBe("PERSON_LINK_ENDED");
  });

  it("ends by itself after fourteen days", async () => {
    const { identity: started, owner, requestId } = await appliedWithAnothersId();
    await using identity = started;
    const [{ id }] = await links(identity, owner);
    identity.clock.advance(14 * dayMs - 60_000);
    await identity.settle();
    expect(await links(identity, owner)).toHaveLength(1);
    identity.clock.advance(120_000);
    expect(codeOf(await answer(identity, owner, id, true))).toBe("PERSON_LINK_ENDED");
    await identity.settle();
    expect((await outcomes(identity, requestId)).at(-1)).toMatchObject({
      payload: { code: "PERSON_LINK_EXPIRED" },
    });
  });

  it("is answered by nobody but the owner", async () => {
    const { identity: started, owner, applicant } = await appliedWithAnothersId();
    await using identity = started;
    const [{ id }] = await links(identity, owner);
    expect(await links(identity, applicant)).toEqual([]);
    expect(codeOf(await answer(identity, applicant, id, true))).toBe("NOT_FOUND");
    expect(codeOf(await answer(identity, owner, newId(), true))).toBe("NOT_FOUND");
    expect(codeOf(await answer(identity, owner, "nonsense", true))).toBe("NOT_FOUND");
  });

  it("is offered once, however often the approval is heard", async () => {
    await using identity = await startIdentity();
    const { subjectId: owner } = await givenApprovedGuardian(identity, wang);
    identity.clock.advance(60_000);
    const { facts } = await givenSubmittedRequest(identity, other);
    for (let times = 0; times < 3; times++)
      await identity.deliver("binding.RequestApproved", facts.requestId, facts);
    expect(await links(identity, owner)).toHaveLength(1);
    expect(await outcomes(identity, facts.requestId)).toHaveLength(1);
    const mailsTo = (email: string) => identity.mailbox.to(email).filter(({ text }) => /申請/.test(text));
    expect(mailsTo(other.email).filter(({ subject }) => subject.includes("帳號已建立完成"))).toHaveLength(1);
  });

  it("shows the reviewer before the click that the person has an account, and not who applies", async () => {
    await using identity = await startIdentity();
    await givenApprovedGuardian(identity, wang);
    identity.clock.advance(60_000);
    const { facts, subjectId } = await givenSubmittedRequest(identity, other, newId());
    const registrar = signedIn(newId(), { role: "REGISTRAR", schoolCode: "403601" });
    const check = async (viewer: typeof registrar) =>
      (
        await identity.entities(viewer, "BindingRequest", [facts.requestId], "guardian { loginCheck }", {
          version: 1,
        })
      ).entities[0].guardian.loginCheck;
    expect(await check(registrar)).toBe("PERSON_HAS_ACCOUNT");
    expect(await check(signedIn(subjectId))).toBe("FREE");
    // Also where the account has had another number since.
    await identity.rows(
      `insert into former_person_key (person_key, account_id, until)
         select person_key, id, ? from account returning 1`,
      [identity.clock.now()],
    );
    await identity.rows("update account set person_key = ? returning 1", [keyOfPerson(li.nationalId)]);
    expect(await check(registrar)).toBe("PERSON_HAS_ACCOUNT");
  });
});

it("counts for each national ID how often it is declared with somebody's login, but not its owner's own", async () => {
  await using identity = await startIdentity();
  const { subjectId } = await givenApprovedGuardian(identity, wang);
  const declare = (viewer: ReturnType<typeof signedIn>, nationalId = wang.nationalId) =>
    identity.setGuardian(viewer, { ...wang, nationalId, applicationId: newId() });
  identity.clock.advance(60_000);
  const { viewer } = await identity.verify(wang.email);
  for (let times = 0; times < 10; times++) expect(codeOf(await declare(viewer))).toBeUndefined();
  expect(codeOf(await declare(viewer))).toBe("TOO_MANY_ATTEMPTS");
  expect(codeOf(await declare(viewer, li.nationalId))).toBeUndefined();
  expect(codeOf(await declare(signedIn(subjectId)))).toBeUndefined();
});
