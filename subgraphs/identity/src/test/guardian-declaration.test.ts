import { anonymous, type Viewer } from "@campus-graph/kit/auth/viewer";
import { newId } from "@campus-graph/kit/sql/id";
import { demoPeople } from "@campus-graph/schema/demo-city";
import { describe, expect, it } from "vitest";
import { openContacts } from "../persistence/sealed-person.js";
import { givenApprovedGuardian } from "./accounts.js";
import {
  applicantOf,
  codeOf,
  type Identity,
  keyOfPerson,
  keys,
  li,
  openDeclaration,
  signedIn,
  startIdentity,
  wang,
} from "./given.js";

it("seals who the guardian is for binding, and tells it without the national ID", async () => {
  await using identity = await startIdentity();
  const { viewer } = await identity.verify(wang.email);
  const applicationId = newId();
  const { data } = await identity.setGuardian(viewer, { applicationId, ...wang, nationalId: " a123456789 " });
  const { declaration, ...told } = data.setGuardian;
  expect(told).toEqual({ maskedNationalId: "A12****789", loginCheck: "FREE", session: null });
  const personKey = keyOfPerson(wang.nationalId);
  expect(openDeclaration(declaration)).toEqual({
    subject: viewer.subject,
    declaredBy: viewer.subject,
    declarationId: expect.any(String),
    applicationId,
    personKey,
    verifiedEmail: wang.email,
    loginCheck: "FREE",
  });
  expect(await identity.published("identity.GuardianDeclared")).toMatchObject([
    {
      type: "identity.GuardianDeclared",
      payload: { subjectId: viewer.subject, applicationId, personKey, loginCheck: "FREE" },
    },
  ]);
});

it("keeps name, national ID, e-mail and mobile number encrypted", async () => {
  await using identity = await startIdentity();
  const { viewer } = await identity.verify(wang.email);
  await identity.setGuardian(viewer, { applicationId: newId(), ...wang });
  await identity.settle();
  const dump = await identity.dump();
  for (const secret of [wang.name, wang.nationalId, wang.email, wang.mobile, "A12****789"])
    expect(dump).not.toContain(secret);
});

it.each([
  { change: { nationalId: "A123456788" }, code: "NATIONAL_ID_INVALID" },
  { change: { nationalId: "" }, code: "NATIONAL_ID_INVALID" },
  { change: { name: "   " }, code: "NAME_INVALID" },
  { change: { name: "名".repeat(51) }, code: "NAME_INVALID" },
  { change: { name: "王O明" }, code: "NAME_MASKED" },
  { change: { name: "王大明\u200B" }, code: "BAD_CHARACTER" },
  { change: { name: "=1+1" }, code: "NAME_INVALID" },
  { change: { email: "nobody" }, code: "EMAIL_INVALID" },
  { change: { email: "王大明 <wang@example.com>" }, code: "EMAIL_INVALID" },
  { change: { email: "wang@example.com\u200B" }, code: "BAD_CHARACTER" },
  { change: { mobile: "0912345678 0922345678" }, code: "MOBILE_INVALID" },
  { change: { mobile: "王0912345678先生" }, code: "MOBILE_INVALID" },
  { change: { email: "a@b.c" }, code: "EMAIL_INVALID" },
  { change: { email: "other@example.com" }, code: "EMAIL_NOT_VERIFIED" },
  { change: { mobile: "02-27208889" }, code: "MOBILE_INVALID" },
  { change: { applicationId: "nonsense" }, code: "NOT_FOUND" },
])("refuses $change with $code", async ({ change, code }) => {
  await using identity = await startIdentity();
  const { viewer } = await identity.verify(wang.email);
  const answer = await identity.setGuardian(viewer, { applicationId: newId(), ...wang, ...change });
  expect(codeOf(answer)).toBe(code);
});

it("takes what an input method makes of name, number and addresses", async () => {
  await using identity = await startIdentity();
  const { viewer } = await identity.verify(wang.email);
  const applicationId = newId();
  const typed = {
    name: "瓦歷斯．諾幹",
    nationalId: " ａ１２３４５６７８９ ",
    email: "ｗａｎｇ＠ｅｘａｍｐｌｅ。ｃｏｍ",
    mobile: "＋８８６ ９１２－３４５－６７８",
  };
  const { data } = await identity.setGuardian(viewer, { applicationId, ...typed });
  expect(data.setGuardian.maskedNationalId).toBe("A12****789");
  const { declarationId: id } = openDeclaration(data.setGuardian.declaration);
  const [{ contacts }] = (await identity.rows("select contacts from declared_person where id = ?", [id])) as [
    { contacts: string },
  ];
  expect(openContacts(keys(), { table: "declared_person", id: id! }, contacts)).toMatchObject({
    name: "瓦歷斯‧諾幹",
    email: wang.email,
    mobile: "0912345678",
  });
});

it("takes a resident certificate's number", async () => {
  await using identity = await startIdentity();
  const { viewer } = await identity.verify(wang.email);
  const { data } = await identity.setGuardian(viewer, {
    applicationId: newId(),
    ...wang,
    nationalId: "A800000014",
  });
  expect(data.setGuardian.maskedNationalId).toBe("A80****014");
});

it("lets an applicant verify a further address and declare with it", async () => {
  await using identity = await startIdentity();
  const { viewer } = await identity.verify("first@example.com");
  await identity.verifyMore(wang.email, viewer);
  const { data } = await identity.setGuardian(viewer, { applicationId: newId(), ...wang });
  expect(data.setGuardian.loginCheck).toBe("FREE");
});

it("does not take another subject's verified address", async () => {
  await using identity = await startIdentity();
  await identity.verify(wang.email);
  const { viewer } = await identity.verify(li.email);
  expect(codeOf(await identity.setGuardian(viewer, { applicationId: newId(), ...wang }))).toBe(
    "EMAIL_NOT_VERIFIED",
  );
});

it("finds the person's own account by its verified address", async () => {
  await using identity = await startIdentity();
  const { subjectId } = await givenApprovedGuardian(identity, wang);
  identity.clock.advance(60_000);
  const { viewer } = await identity.verify(wang.email);
  expect(viewer.subject).toBe(subjectId);
  const { data } = await identity.setGuardian(viewer, { applicationId: newId(), ...wang });
  expect(data.setGuardian).toMatchObject({ loginCheck: "OWN", session: null });
});

it("needs no code of one who is signed in", async () => {
  await using identity = await startIdentity();
  const { subjectId } = await givenApprovedGuardian(identity, wang);
  const { data } = await identity.setGuardian(signedIn(subjectId), { applicationId: newId(), ...wang });
  expect(data.setGuardian.loginCheck).toBe("OWN");
});

it("gives the application a subject of its own when the address signs in another person", async () => {
  await using identity = await startIdentity();
  const { subjectId } = await givenApprovedGuardian(identity, wang);
  identity.clock.advance(60_000);
  const { viewer } = await identity.verify(wang.email);
  const applicationId = newId();
  const declare = () => identity.setGuardian(viewer, { applicationId, ...li, email: wang.email });
  const { loginCheck, session, declaration } = (await declare()).data.setGuardian;
  expect(loginCheck).toBe("TAKEN");
  expect(session.subjectId).not.toBe(subjectId);
  expect(openDeclaration(declaration)).toMatchObject({ subject: session.subjectId, declaredBy: subjectId });
  const narrowed = applicantOf(session.token).viewer;
  expect(narrowed).toMatchObject({ subject: session.subjectId, applicationId });
  expect((await declare()).data.setGuardian.session.subjectId).toBe(session.subjectId);

  const elsewhere = await identity.setGuardian(narrowed, {
    applicationId: newId(),
    ...li,
    email: wang.email,
  });
  expect(codeOf(elsewhere)).toBe("NOT_FOUND");
});

it("never changes an account's person, whatever is declared with its session", async () => {
  await using identity = await startIdentity();
  const { subjectId } = await givenApprovedGuardian(identity, wang);
  await identity.setGuardian(signedIn(subjectId), { applicationId: newId(), ...li, email: wang.email });
  const { data } = await identity.execute(signedIn(subjectId), "{ me { displayName } }");
  expect(data.me.displayName).toBe(wang.name);
});

it("refuses those who have no subject to declare for", async () => {
  await using identity = await startIdentity();
  const answer = await identity.setGuardian(anonymous, { applicationId: newId(), ...wang });
  expect(codeOf(answer)).toBe("UNAUTHENTICATED");
});

it("limits how often a subject declares, so that national IDs cannot be tried out", async () => {
  await using identity = await startIdentity();
  const { viewer } = await identity.verify(wang.email);
  const declare = () => identity.setGuardian(viewer, { applicationId: newId(), ...wang });
  for (let declared = 0; declared < 30; declared++) expect(codeOf(await declare())).toBeUndefined();
  expect(codeOf(await declare())).toBe("TOO_MANY_ATTEMPTS");
});

describe("a draft that goes on elsewhere", () => {
  const fields = "guardian { name maskedNationalId email mobile loginCheck formerMaskedNationalId }";
  const correct = `mutation ($input: CorrectGuardianInput!) { correctGuardian(input: $input) {
    declaration maskedNationalId loginCheck } }`;
  const { nationalId: _, ...rest } = wang;

  async function declared(identity: Identity) {
    const { viewer } = await identity.verify(wang.email);
    const applicationId = newId();
    await identity.setGuardian(viewer, { applicationId, ...li, email: wang.email });
    await identity.setGuardian(viewer, { applicationId, ...wang });
    return { viewer, applicationId };
  }
  const seenBy = async (identity: Identity, viewer: Viewer, applicationId: string) => {
    const { entities, errors } = await identity.entities(
      viewer,
      "BindingApplication",
      [applicationId],
      fields,
    );
    return { guardian: entities?.[0]?.guardian ?? null, errors };
  };

  it("shows its applicant whom they declared last, the national ID masked", async () => {
    await using identity = await startIdentity();
    const { viewer, applicationId } = await declared(identity);
    expect(await seenBy(identity, viewer, applicationId)).toEqual({
      guardian: {
        name: wang.name,
        maskedNationalId: "A12****789",
        email: wang.email,
        mobile: wang.mobile,
        loginCheck: "FREE",
        formerMaskedNationalId: null,
      },
      errors: undefined,
    });
    expect((await seenBy(identity, viewer, newId())).guardian).toBeNull();
  });

  it("shows nobody else, however they ask", async () => {
    await using identity = await startIdentity({ demoCity: true });
    const { viewer, applicationId } = await declared(identity);
    const others: Viewer[] = [
      anonymous,
      (await identity.verify(li.email)).viewer,
      { ...viewer, applicationId: newId() },
      { ...viewer, assurance: "must-change-password" },
      signedIn(demoPeople.teacher.subjectId, { role: "TEACHER", schoolCode: "403601" }),
      signedIn(demoPeople.registrar.subjectId, { role: "REGISTRAR", schoolCode: "403601" }),
      signedIn(demoPeople.bureau.subjectId, { role: "BUREAU" }),
      { ...signedIn("wallet", { role: "PARTNER" }), clientId: "wallet" },
    ];
    for (const other of others) {
      expect((await seenBy(identity, other, applicationId)).guardian).toBeNull();
      const { data } = await identity.execute(other, correct, { input: { applicationId, ...rest } });
      expect(data?.correctGuardian ?? null).toBeNull();
    }
    const stranger = (await identity.verify("third@example.com")).viewer;
    const answer = await identity.execute(stranger, correct, { input: { applicationId, ...rest } });
    expect(codeOf(answer)).toBe("NOT_FOUND");
  });

  it("does not show the account whose address it names what its own applicant has declared", async () => {
    await using identity = await startIdentity();
    const { subjectId } = await givenApprovedGuardian(identity, wang);
    identity.clock.advance(60_000);
    const { viewer } = await identity.verify(li.email);
    const applicationId = newId();
    await identity.verifyMore(wang.email, viewer);
    await identity.setGuardian(viewer, { applicationId, ...li, email: wang.email });
    expect((await seenBy(identity, signedIn(subjectId), applicationId)).guardian).toBeNull();
    expect((await seenBy(identity, viewer, applicationId)).guardian).toMatchObject({ name: li.name });
  });

  it("is declared anew with the national ID that was given before", async () => {
    await using identity = await startIdentity();
    const { viewer, applicationId } = await declared(identity);
    const input = { applicationId, ...rest, mobile: "0922333444" };
    const { data, errors } = await identity.execute(viewer, correct, { input });
    expect(errors).toBeUndefined();
    expect(data.correctGuardian).toMatchObject({ maskedNationalId: "A12****789", loginCheck: "FREE" });
    const sealed = openDeclaration(data.correctGuardian.declaration);
    expect(sealed).toMatchObject({ applicationId, personKey: keyOfPerson(wang.nationalId) });
    expect((await seenBy(identity, viewer, applicationId)).guardian).toMatchObject({ mobile: "0922333444" });
    const other = { ...input, applicationId: newId() };
    expect(codeOf(await identity.execute(viewer, correct, { input: other }))).toBe("NOT_FOUND");
  });
});
