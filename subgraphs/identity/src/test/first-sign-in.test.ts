import { anonymous, type Viewer } from "@campus-graph/kit/auth/viewer";
import { expect, it } from "vitest";
import { givenApprovedGuardian } from "./accounts.js";
import { type AccessClaims, Browser, claimsOf } from "./browser.js";
import { codeOf, type Identity, startIdentity, wang } from "./given.js";

const initialPassword = "456789";
const ownPassword = "three green bicycles";

const changePassword = `mutation ($input: ChangePasswordInput!) {
  changePassword(input: $input) { id displayName email mobile roles mustChangePassword } }`;

it("asks a fresh code after the initial password, and then for a password of one's own", async () => {
  await using identity = await startIdentity();
  const { subjectId } = await givenApprovedGuardian(identity);
  const browser = await new Browser(identity).open();
  expect(browser.step).toBe("password");
  await browser.submit("password", { login: wang.email, password: initialPassword });
  expect(browser.step).toBe("code");
  await identity.settle();
  await browser.submit("code", { code: identity.mailbox.codeFor(wang.email) });
  const tokens = await browser.tokens();
  const claims = claimsOf(tokens);
  expect(claims).toMatchObject({
    iss: "http://campus.test/sso",
    aud: "campus-graph",
    sub: subjectId,
    client_id: "parent-app",
    roles: [{ role: "GUARDIAN" }],
    assurance: "must-change-password",
  });
  expect(claims.exp - claims.iat).toBe(300);

  const viewer = viewerOf(claims);
  expect(codeOf(await identity.execute(viewer, "{ me { id } }"))).toBe("MUST_CHANGE_PASSWORD");
  const { data } = await identity.execute(viewer, changePassword, {
    input: { currentPassword: initialPassword, newPassword: ownPassword },
  });
  expect(data.changePassword).toEqual({
    id: subjectId,
    displayName: wang.name,
    email: wang.email,
    mobile: wang.mobile,
    roles: ["GUARDIAN"],
    mustChangePassword: false,
  });

  const refreshed = claimsOf(JSON.parse((await browser.refresh(tokens.refresh_token)).text));
  expect(refreshed).toMatchObject({ sub: subjectId, sid: claims.sid, assurance: "signed-in" });
  expect((await identity.execute(viewerOf(refreshed), "{ me { id } }")).data.me.id).toBe(subjectId);
});

it("signs nobody in by a mobile number that nobody has shown to be theirs", async () => {
  await using identity = await startIdentity();
  await givenApprovedGuardian(identity);
  const browser = await new Browser(identity).open();
  await browser.submit("password", { login: wang.mobile, password: initialPassword });
  expect(browser.alert).toBe("SIGN_IN_WRONG");
  await browser.submit("forgot");
  await browser.submit("recover", { login: wang.mobile });
  const mails = identity.mailbox.to(wang.email).length;
  await identity.settle();
  expect(identity.mailbox.to(wang.email)).toHaveLength(mails);
});

it("lets the initial password open one session only", async () => {
  await using identity = await startIdentity();
  await givenApprovedGuardian(identity);
  await signInWithCode(identity);
  const again = await new Browser(identity).open();
  await again.submit("password", { login: wang.email, password: initialPassword });
  expect(again.alert).toBe("SIGN_IN_WRONG");
});

it("does not spend the initial password while the code is not shown", async () => {
  await using identity = await startIdentity();
  await givenApprovedGuardian(identity);
  const lost = await new Browser(identity).open();
  await lost.submit("password", { login: wang.email, password: initialPassword });
  await signInWithCode(identity);
});

it("lets the initial password die after seven days", async () => {
  await using identity = await startIdentity();
  await givenApprovedGuardian(identity);
  identity.clock.advance(7 * 24 * 60 * 60_000 + 1);
  const browser = await new Browser(identity).open();
  await browser.submit("password", { login: wang.email, password: initialPassword });
  expect(browser.alert).toBe("SIGN_IN_WRONG");
});

it("lets the initial password die of five failures, and tells the way that is left", async () => {
  await using identity = await startIdentity();
  await givenApprovedGuardian(identity);
  const browser = await new Browser(identity).open();
  for (let failure = 0; failure < 5; failure++)
    await browser.submit("password", { login: wang.email, password: "000000" });
  identity.clock.advance(16 * 60_000);
  await browser.submit("password", { login: wang.email, password: initialPassword });
  expect(browser.alert).toBe("SIGN_IN_WRONG");
  expect(browser.page?.answer.text).toContain("忘記密碼");
});

it("lets one whose initial password is dead choose a password with a mailed code", async () => {
  await using identity = await startIdentity();
  await givenApprovedGuardian(identity);
  identity.clock.advance(8 * 24 * 60 * 60_000);
  const browser = await new Browser(identity).open();
  await browser.submit("forgot");
  expect(browser.step).toBe("recover");
  await browser.submit("recover", { login: wang.email });
  await identity.settle();
  await browser.submit("code", { code: identity.mailbox.codeFor(wang.email) });
  expect(browser.step).toBe("new-password");
  await browser.submit("new-password", { password: "short" });
  expect(browser.alert).toBe("PASSWORD_TOO_SHORT");
  await browser.submit("new-password", { password: ownPassword });
  expect(claimsOf(await browser.tokens()).assurance).toBe("signed-in");
  expect(claimsOf(await new Browser(identity).signIn(wang.email, ownPassword)).assurance).toBe("signed-in");
});

it("refuses a wrong and an old code on the page, and sends another", async () => {
  await using identity = await startIdentity();
  await givenApprovedGuardian(identity);
  const browser = await new Browser(identity).open();
  await browser.submit("password", { login: wang.email, password: initialPassword });
  await identity.settle();
  await browser.submit("code", { code: "22222222" });
  expect(browser.alert).toBe("CODE_WRONG");
  await browser.submit("resend");
  expect(browser.alert).toBe("TOO_MANY_ATTEMPTS");
  identity.clock.advance(3_601_000);
  await browser.submit("code", { code: identity.mailbox.codeFor(wang.email) });
  expect(browser.alert).toBe("CODE_EXPIRED");
  await browser.submit("resend");
  expect(browser.alert).toBeUndefined();
  await identity.settle();
  await browser.submit("code", { code: identity.mailbox.codeFor(wang.email) });
  expect(browser.arrival?.searchParams.get("code")).toBeTruthy();
});

async function signInWithCode(identity: Identity): Promise<void> {
  const browser = await new Browser(identity).open();
  await browser.submit("password", { login: wang.email, password: initialPassword });
  await identity.settle();
  await browser.submit("code", { code: identity.mailbox.codeFor(wang.email) });
  expect(claimsOf(await browser.tokens()).assurance).toBe("must-change-password");
}

function viewerOf({ sub, sid, assurance, roles }: AccessClaims): Viewer {
  return {
    ...anonymous,
    subject: sub,
    session: sid ?? null,
    assurance: assurance as Viewer["assurance"],
    roles: roles as Viewer["roles"],
    clientId: "parent-app",
  };
}
