import { newId } from "@campus-graph/kit/sql/id";
import { expect, it } from "vitest";
import { givenApprovedGuardian, place } from "./accounts.js";
import {
  type Identity,
  keyOfPerson,
  li,
  openDeclaration,
  requestFacts,
  signedIn,
  startIdentity,
} from "./given.js";

/** A resident's old number, and the one that has taken its place. */
const aLan = { name: "阮氏蘭", nationalId: "AD01234569", email: "lan@example.com", mobile: "0912000111" };
const renewed = { ...aLan, nationalId: "A900000016" };
const classId = newId();

/** Somebody with a token declares themselves and sends in a request for a further child. */
async function apply(identity: Identity, viewer: Parameters<Identity["setGuardian"]>[0], person = renewed) {
  identity.clock.advance(60_000);
  const applicationId = newId();
  const { data, errors } = await identity.setGuardian(viewer, { applicationId, ...person });
  if (errors) throw new Error(JSON.stringify(errors));
  const { declaration, loginCheck, session } = data.setGuardian;
  const { declarationId, personKey } = openDeclaration(declaration);
  const facts = {
    ...requestFacts({
      subjectId: session?.subjectId ?? viewer.subject!,
      applicationId,
      classId,
      declarationId: declarationId!,
    }),
    guardianPersonKey: personKey!,
  };
  await place(identity, facts.studentId, classId);
  await identity.deliver("binding.RequestSubmitted", facts.requestId, facts);
  return { facts, loginCheck, personKey };
}

const approve = (identity: Identity, facts: ReturnType<typeof requestFacts>, idChangeConfirmed = false) =>
  identity.deliver("binding.RequestApproved", facts.requestId, { ...facts, idChangeConfirmed });

const outcome = async (identity: Identity, { requestId }: { requestId: string }) =>
  (await identity.published("identity.AccountProvisioned", "identity.ProvisionRefused")).find(
    ({ payload }) => payload.requestId === requestId,
  );

const registrar = signedIn(newId(), { role: "REGISTRAR", schoolCode: "403601" });
const shown = async (identity: Identity, viewer: typeof registrar, requestId: string) =>
  (
    await identity.entities(
      viewer,
      "BindingRequest",
      [requestId],
      "guardian { maskedNationalId loginCheck formerMaskedNationalId }",
      { version: 1 },
    )
  ).entities[0].guardian;

it.each(["signed in", "by a code to the account's mailbox"])(
  "is asked about where the account's holder declares it %s, and confirmed it is the account's",
  async (how) => {
    await using identity = await startIdentity();
    const { subjectId } = await givenApprovedGuardian(identity, aLan);
    identity.clock.advance(60_000);
    const viewer = how === "signed in" ? signedIn(subjectId) : (await identity.verify(aLan.email)).viewer;
    const { facts, loginCheck } = await apply(identity, viewer);
    expect(loginCheck).toBe("ID_CHANGED");
    expect(facts.subjectId).toBe(subjectId);
    expect(await shown(identity, registrar, facts.requestId)).toEqual({
      maskedNationalId: "A90****016",
      loginCheck: "ID_CHANGED",
      formerMaskedNationalId: "AD0****569",
    });
    expect(await shown(identity, signedIn(subjectId), facts.requestId)).toMatchObject({
      formerMaskedNationalId: null,
    });
    expect(await identity.published("identity.LoginTaken")).toEqual([]);
    await approve(identity, facts, true);
    expect(await outcome(identity, facts)).toMatchObject({
      type: "identity.AccountProvisioned",
      payload: {
        requestId: facts.requestId,
        subjectId,
        existing: true,
        personKey: keyOfPerson(renewed.nationalId),
        formerPersonKey: keyOfPerson(aLan.nationalId),
      },
    });
    expect(await identity.rows("select person_key from account")).toEqual([
      { person_key: keyOfPerson(renewed.nationalId) },
    ]);
    expect(await identity.rows("select object, detail from audit where act = 'change-national-id'")).toEqual([
      {
        object: `account:${subjectId}`,
        detail: { from: keyOfPerson(aLan.nationalId), to: keyOfPerson(renewed.nationalId) },
      },
    ]);
    expect(identity.mailbox.to(aLan.email).at(-1)!.text).toContain("A90****016");
    expect(await shown(identity, registrar, facts.requestId)).toMatchObject({
      loginCheck: "OWN",
      formerMaskedNationalId: null,
    });
  },
);

it("is refused where no reviewer confirmed it, and can be mended", async () => {
  await using identity = await startIdentity();
  const { subjectId } = await givenApprovedGuardian(identity, aLan);
  const { facts } = await apply(identity, signedIn(subjectId));
  await approve(identity, facts);
  expect(await outcome(identity, facts)).toMatchObject({ payload: { code: "ID_CHANGE_UNCONFIRMED" } });
  expect(await identity.rows("select person_key from account")).toEqual([
    { person_key: keyOfPerson(aLan.nationalId) },
  ]);
});

it("goes on leading to the account by the former number, whoever declares it", async () => {
  await using identity = await startIdentity();
  const first = await givenApprovedGuardian(identity, aLan, classId);
  const waiting = await apply(identity, signedIn(first.subjectId), aLan);
  const { facts } = await apply(identity, signedIn(first.subjectId));
  await approve(identity, facts, true);
  expect(await shown(identity, registrar, first.facts.requestId)).toMatchObject({ loginCheck: "OWN" });
  await approve(identity, { ...waiting.facts, guardianPersonKey: keyOfPerson(renewed.nationalId) });
  expect(await outcome(identity, waiting.facts)).toMatchObject({
    payload: { subjectId: first.subjectId, personKey: keyOfPerson(renewed.nationalId) },
  });
  const again = await apply(identity, signedIn(first.subjectId), aLan);
  expect(again).toMatchObject({ loginCheck: "OWN", personKey: keyOfPerson(renewed.nationalId) });
  const { viewer } = await identity.verify("elsewhere@example.com");
  const elsewhere = await apply(identity, viewer, { ...aLan, email: "elsewhere@example.com" });
  await approve(identity, elsewhere.facts);
  expect(await identity.published("identity.PersonLinkOffered")).toMatchObject([
    { payload: { requestId: elsewhere.facts.requestId } },
  ]);
});

it("is another person's where the name differs, or the mailbox was not shown to be the applicant's", async () => {
  await using identity = await startIdentity();
  const { viewer: early } = await identity.verify(li.email);
  await identity.verifyMore(aLan.email, early);
  identity.clock.advance(60_000);
  const { subjectId } = await givenApprovedGuardian(identity, aLan);
  const spouse = await apply(identity, signedIn(subjectId), { ...renewed, name: "陳大同" });
  expect(spouse.loginCheck).toBe("TAKEN");
  expect(spouse.facts.subjectId).not.toBe(subjectId);
  if (early.subject !== subjectId) expect((await apply(identity, early)).loginCheck).toBe("TAKEN");
  await approve(identity, spouse.facts, true);
  expect(await outcome(identity, spouse.facts)).toMatchObject({ payload: { code: "EMAIL_TAKEN" } });
});

it("is its owner's to accept where the new number is another account's", async () => {
  await using identity = await startIdentity();
  await givenApprovedGuardian(identity, { ...li, nationalId: renewed.nationalId });
  const { subjectId } = await givenApprovedGuardian(identity, aLan);
  const { facts, loginCheck } = await apply(identity, signedIn(subjectId));
  expect(loginCheck).toBe("ID_CHANGED");
  await approve(identity, facts, true);
  expect(await outcome(identity, facts)).toBeUndefined();
  expect(await identity.published("identity.PersonLinkOffered")).toHaveLength(1);
});
