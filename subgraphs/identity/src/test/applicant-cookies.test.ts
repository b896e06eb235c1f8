import { anonymous, type Viewer } from "@campus-graph/kit/auth/viewer";
import { newId } from "@campus-graph/kit/sql/id";
import { demoPeople } from "@campus-graph/schema/demo-city";
import { decodeJwt } from "jose";
import { expect, it } from "vitest";
import { givenApprovedGuardian } from "./accounts.js";
import { App, trade } from "./app.js";
import { demoPassword, type Identity, li, publicUrl, startIdentity, wang } from "./given.js";

async function confirm(identity: Identity, app: App, email: string) {
  const challengeId = await identity.requestCode(email);
  return app.post("/session/applicant", { challengeId, code: identity.mailbox.codeFor(email) });
}

it("makes an applicant of whoever shows the code, without a token for the page", async () => {
  await using identity = await startIdentity();
  const app = new App(identity);
  const { status, body, headers } = await confirm(identity, app, wang.email);
  expect([status, body]).toEqual([
    200,
    {
      kind: "APPLICANT",
      subjectId: expect.any(String),
      displayName: null,
      email: wang.email,
      assurance: "applicant",
      mustChangePassword: false,
      secondFactorDue: false,
      expiresAt: expect.any(String),
      demo: false,
      codesBySms: false,
    },
  ]);
  expect(headers.getSetCookie()).toEqual([
    `campus=${app.secret}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${30 * 24 * 60 * 60}`,
  ]);
  expect(await app.session()).toEqual(body);
  const { token } = (await trade(identity, app.secret))!;
  const claims = decodeJwt(token);
  expect(claims).toMatchObject({
    aud: "campus-applicant",
    sub: body.subjectId,
    verified_email: wang.email,
    client_id: "campus-apps",
    sid: expect.any(String),
  });
  expect(claims.exp! - claims.iat!).toBeCloseTo(5 * 60);
  expect(await identity.dump()).not.toContain(wang.email);
});

it("knows the applicant again who shows a later code to the same address", async () => {
  await using identity = await startIdentity();
  const [telephone, computer] = [new App(identity), new App(identity)];
  const first = await confirm(identity, telephone, wang.email);
  identity.clock.advance(60_000);
  const second = await confirm(identity, computer, wang.email);
  expect(second.body.subjectId).toBe(first.body.subjectId);
  expect((await telephone.session()).kind).toBe("APPLICANT");
});

it("refuses a wrong code in the reader's words, and takes five tries in all", async () => {
  await using identity = await startIdentity();
  const app = new App(identity, { language: "en" });
  const challengeId = await identity.requestCode(wang.email);
  for (let wrong = 0; wrong < 5; wrong++) {
    const { status, body } = await app.post("/session/applicant", { challengeId, code: "22222222" });
    expect([status, body.code]).toEqual([422, "CODE_WRONG"]);
    expect(body.message).toContain("This code is not right");
  }
  const late = await app.post("/session/applicant", {
    challengeId,
    code: identity.mailbox.codeFor(wang.email),
  });
  expect(late.body.code).toBe("CODE_WRONG");
  expect(app.secret).toBe("");
});

it.each([
  { title: "no code", body: { challengeId: "x" }, status: 400, code: "BAD_INPUT" },
  { title: "numbers", body: { challengeId: 1, code: 2 }, status: 400, code: "BAD_INPUT" },
  { title: "an unknown challenge", body: { challengeId: "x", code: "y" }, status: 422, code: "CODE_WRONG" },
  { title: "far too much", body: { code: "c".repeat(10_000) }, status: 413, code: "FORM_TOO_LARGE" },
])("refuses $title with $code", async ({ body, status, code }) => {
  await using identity = await startIdentity();
  const answer = await new App(identity).post("/session/applicant", body);
  expect([answer.status, answer.body.code]).toEqual([status, code]);
});

it("takes a posted form, and what is no JSON, for nothing", async () => {
  await using identity = await startIdentity();
  const app = new App(identity);
  const form = await app.send(
    "POST",
    "/session/applicant",
    { challengeId: "x", code: "y" },
    { origin: publicUrl },
  );
  expect([form.status, JSON.parse(form.text).code]).toEqual([400, "BAD_INPUT"]);
  const headers = { origin: publicUrl, "content-type": "application/json" };
  for (const text of ["{", "null", '"code"']) {
    const answer = await app.send("POST", "/session/applicant", text, headers);
    expect([answer.status, JSON.parse(answer.text).code]).toEqual([400, "BAD_INPUT"]);
  }
});

it("asks one who is signed in to apply as they are", async () => {
  await using identity = await startIdentity({ demoCity: true });
  const app = await new App(identity).signInByCookie(demoPeople.newcomer.email);
  const challengeId = await identity.requestCode(wang.email);
  const code = identity.mailbox.codeFor(wang.email);
  const { status, body } = await app.post("/session/applicant", { challengeId, code });
  expect([status, body.code]).toEqual([409, "ALREADY_SIGNED_IN"]);
  expect((await app.session()).kind).toBe("SIGNED_IN");
  // The code is not used up.
  expect((await new App(identity).post("/session/applicant", { challengeId, code })).status).toBe(200);
});

it("ends the applicant's session when the same browser goes on as somebody else", async () => {
  await using identity = await startIdentity({ demoCity: true });
  const app = new App(identity);
  const first = await confirm(identity, app, wang.email);
  const before = app.secret;
  const { sid } = decodeJwt((await trade(identity, before))!.token);
  await confirm(identity, app, li.email);
  expect(await trade(identity, before)).toBeNull();
  expect(await ended(identity)).toEqual([{ subjectId: first.body.subjectId, sid }]);
  const ofLi = app.secret;
  await app.signInByCookie(demoPeople.newcomer.email);
  expect(await trade(identity, ofLi)).toBeNull();
  expect(await ended(identity)).toHaveLength(2);
});

it("goes on as the application's own applicant where the login is another person's, and never by a token", async () => {
  await using identity = await startIdentity();
  const { subjectId } = await givenApprovedGuardian(identity, wang);
  identity.clock.advance(60_000);
  const app = new App(identity);
  await confirm(identity, app, wang.email);
  const before = app.secret;
  const viewer: Viewer = {
    ...anonymous,
    subject: subjectId,
    assurance: "applicant",
    verifiedEmail: wang.email,
    clientId: "campus-apps",
  };
  const applicationId = newId();
  const { data } = await identity.setGuardian(viewer, { applicationId, ...li, email: wang.email });
  const { loginCheck, session, declaration } = data.setGuardian;
  expect([loginCheck, session]).toEqual(["TAKEN", null]);
  const { status, body } = await app.post("/session/applicant", { declaration });
  expect([status, body]).toMatchObject([200, { kind: "APPLICANT", email: wang.email }]);
  expect(body.subjectId).not.toBe(subjectId);
  expect(decodeJwt((await trade(identity, app.secret))!.token)).toMatchObject({
    sub: body.subjectId,
    application_id: applicationId,
  });
  expect(await trade(identity, before)).toBeNull();
});

it("takes no declaration but the cookie holder's own, which made another subject", async () => {
  await using identity = await startIdentity();
  const app = new App(identity);
  const { body: mine } = await confirm(identity, app, wang.email);
  const viewer: Viewer = { ...anonymous, subject: mine.subjectId, assurance: "applicant" };
  const declared = await identity.setGuardian(viewer, { applicationId: newId(), ...wang });
  const { declaration } = declared.data.setGuardian;
  for (const [from, given] of [
    [app, declaration],
    [new App(identity), declaration],
    [app, "k1.AAAA"],
  ] as const)
    expect((await from.post("/session/applicant", { declaration: given })).body.code).toBe("INVALID_TOKEN");
  expect((await app.session()).subjectId).toBe(mine.subjectId);
});

it("ends at a sign-out", async () => {
  await using identity = await startIdentity();
  const app = new App(identity);
  await confirm(identity, app, wang.email);
  const { secret } = app;
  expect((await app.post("/session/sign-out")).body.kind).toBe("ANONYMOUS");
  expect(await trade(identity, secret)).toBeNull();
  expect(await ended(identity)).toHaveLength(1);
});

it("ends with all else of the subject when its account's password is changed", async () => {
  await using identity = await startIdentity({ demoCity: true });
  const { email, subjectId } = demoPeople.newcomer;
  const app = new App(identity);
  expect((await confirm(identity, app, email)).body.subjectId).toBe(subjectId);
  const viewer: Viewer = { ...anonymous, subject: subjectId, session: "s", assurance: "signed-in" };
  const input = { currentPassword: demoPassword, newPassword: "seven blue kettles" };
  await identity.execute(
    viewer,
    "mutation ($input: ChangePasswordInput!) { changePassword(input: $input) { id } }",
    { input },
  );
  expect((await app.session()).kind).toBe("ANONYMOUS");
  expect(await ended(identity)).toHaveLength(1);
});

async function ended(identity: Identity) {
  return (await identity.published("identity.SessionEnded")).map(({ payload }) => payload);
}
