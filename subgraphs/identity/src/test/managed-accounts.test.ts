import type { Viewer } from "@campus-graph/kit/auth/viewer";
import { newId } from "@campus-graph/kit/sql/id";
import { demoPeople } from "@campus-graph/schema/demo-city";
import { expect, it } from "vitest";
import { givenBoundGuardian } from "./accounts.js";
import { App, trade } from "./app.js";
import { Browser } from "./browser.js";
import { codeOf, demoPassword, type Identity, signedIn, startIdentity, wang } from "./given.js";

const elementary = "403601";
const office = (schoolCode = elementary): Viewer => signedIn(newId(), { role: "IT", schoolCode });
const bureau = (): Viewer => signedIn(newId(), { role: "BUREAU" });
const { cashier, it: itPerson, bureau: bureauPerson, teacher2 } = demoPeople;
const { email, subjectId: id } = cashier;

type Act = "disableAccount" | "enableAccount" | "unlockAccount" | "restartFirstSignIn";

const fields = "id state isChangeable disabledReason firstSignInUntil";

async function care(identity: Identity, viewer: Viewer, act: Act, accountId: string, reason = "asked for") {
  const query = `mutation ($input: AccountCareInput!) { ${act}(input: $input) { ${fields} } }`;
  const answer = await identity.execute(viewer, query, { input: { accountId, reason } });
  return { code: codeOf(answer), account: answer.data?.[act] };
}

async function stateOf(identity: Identity, accountEmail: string): Promise<string> {
  const query = `{ accounts(input: { email: "${accountEmail}" }) { edges { node { state } } } }`;
  return (await identity.execute(office(), query)).data.accounts.edges[0].node.state;
}

async function alertAfter(identity: Identity, login: string, password: string): Promise<string | undefined> {
  const browser = await new Browser(identity).open();
  await browser.submit("password", { login, password });
  return browser.alert;
}

it("ends whatever is signed in to an account that is disabled, and lets nobody in until it is enabled", async () => {
  await using identity = await startIdentity({ demoCity: true });
  const browser = new Browser(identity);
  const tokens = await browser.signIn(email, demoPassword);
  const app = await new App(identity).signInByCookie(email);
  const applicant = await identity.verify(email);
  expect(applicant.viewer.subject).toBe(id);

  const before = identity.clock.now().getTime();
  const { account } = await care(identity, office(), "disableAccount", id, "left the school");
  expect(account).toMatchObject({ id, state: "DISABLED", disabledReason: "left the school" });
  expect(await identity.published("identity.AccountDisabled")).toMatchObject([
    { type: "identity.AccountDisabled", payload: { subjectId: id } },
  ]);
  expect((await browser.refresh(tokens.refresh_token)).status).toBe(400);
  expect(await trade(identity, app.secret)).toBeNull();
  expect((await app.session()).kind).toBe("ANONYMOUS");
  const { notBefore } = await identity.operate("tokens-not-before", { subject: id });
  expect(new Date(notBefore).getTime()).toBeGreaterThanOrEqual(before);
  // With the right password the owner is told why; with a wrong one nobody is.
  expect(await alertAfter(identity, email, demoPassword)).toBe("ACCOUNT_DISABLED");
  expect(await alertAfter(identity, email, "not the password")).toBe("SIGN_IN_WRONG");

  expect((await care(identity, office(), "enableAccount", id)).account).toMatchObject({
    state: "ACTIVE",
    disabledReason: null,
  });
  await new Browser(identity).signIn(email, demoPassword);
  // What was signed in before stays ended.
  expect((await browser.refresh(tokens.refresh_token)).status).toBe(400);
  expect(await trade(identity, app.secret)).toBeNull();
});

it("writes to the owner when their account is disabled and when it is enabled, once each, without the reason", async () => {
  await using identity = await startIdentity({ demoCity: true });
  identity.mailbox.mails.length = 0;
  await care(identity, office(), "disableAccount", id, "misused by somebody at home");
  await care(identity, office(), "disableAccount", id, "misused by somebody at home");
  await care(identity, office(), "enableAccount", id, "came to the school");
  await care(identity, office(), "enableAccount", id, "came to the school");
  await identity.settle();
  const texts = identity.mailbox.to(email).map(({ text }) => text);
  expect(texts).toHaveLength(2);
  expect(texts[0]).toContain("您的帳號已停用");
  expect(texts[0]).toContain("Your account was disabled");
  expect(texts[1]).toContain("您的帳號已恢復");
  expect(texts.join()).not.toMatch(/misused|came to/);
});

it("lets no code of its mailbox past a disabled account: neither to a new password nor to an application", async () => {
  await using identity = await startIdentity({ demoCity: true });
  await care(identity, office(), "disableAccount", id);
  const browser = await new Browser(identity).open();
  await browser.submit("forgot");
  await browser.submit("recover", { login: email });
  await identity.settle();
  await browser.submit("code", { code: identity.mailbox.codeFor(email) });
  expect(browser.alert).toBe("ACCOUNT_DISABLED");
  const challengeId = await identity.requestCode(email);
  const answer = await identity.confirmCode(challengeId, identity.mailbox.codeFor(email));
  expect(codeOf(answer)).toBe("ACCOUNT_DISABLED");
  expect(answer.data).toBeNull();
});

it("lets in nobody whose sign-in was under way when the account was disabled", async () => {
  await using identity = await startIdentity({ demoCity: true });
  const browser = await new Browser(identity).open();
  await browser.submit("forgot");
  await browser.submit("recover", { login: email });
  await identity.settle();
  await browser.submit("code", { code: identity.mailbox.codeFor(email) });
  expect(browser.step).toBe("new-password");
  await care(identity, office(), "disableAccount", id);
  await browser.submit("new-password", { password: "nine paper lanterns" });
  expect(browser.arrival).toBeNull();
  await care(identity, office(), "enableAccount", id);
  expect(await alertAfter(identity, email, "nine paper lanterns")).toBe("SIGN_IN_WRONG");
});

it("says to another school's IT office of each act that there is no such account", async () => {
  await using identity = await startIdentity({ demoCity: true });
  const { subjectId: guardian } = await givenBoundGuardian(identity, { ...wang, nationalId: "A200000003" });
  const acts: Act[] = ["disableAccount", "enableAccount", "unlockAccount", "restartFirstSignIn"];
  for (const act of acts)
    for (const accountId of [id, guardian, newId(), "no id at all"])
      expect([act, (await care(identity, office("313505"), act, accountId)).code]).toEqual([
        act,
        "NOT_FOUND",
      ]);
  expect(await identity.rows("select id from account where disabled_at is not null")).toEqual([]);
});

it("leaves an office its own account, the bureau's, and who works elsewhere as well", async () => {
  await using identity = await startIdentity({ demoCity: true });
  const own = signedIn(itPerson.subjectId, { role: "IT", schoolCode: elementary });
  expect((await care(identity, own, "disableAccount", itPerson.subjectId)).code).toBe("OWN_ACCOUNT");
  const alsoHere = `update account set roles = roles || '[{"role": "TEACHER", "schoolCode": "${elementary}"}]' where id = ?`;
  for (const { subjectId } of [bureauPerson, teacher2]) {
    await identity.rows(alsoHere, [subjectId]);
    expect((await care(identity, office(), "disableAccount", subjectId)).code).toBe("ACCOUNT_NOT_YOURS");
    expect((await care(identity, bureau(), "disableAccount", subjectId)).code).toBeUndefined();
  }
});

it("keeps disabled for the schools what the bureau has disabled", async () => {
  await using identity = await startIdentity({ demoCity: true });
  await care(identity, bureau(), "disableAccount", id);
  expect((await care(identity, office(), "enableAccount", id)).code).toBe("ACCOUNT_NOT_YOURS");
  expect((await care(identity, bureau(), "enableAccount", id)).account).toMatchObject({ state: "ACTIVE" });
});

it("unlocks an account that strangers have locked, for each of its names", async () => {
  await using identity = await startIdentity({ demoCity: true });
  for (let time = 0; time < 6; time++) await alertAfter(identity, "cashier", "not the password");
  expect(await stateOf(identity, email)).toBe("LOCKED");
  expect(await alertAfter(identity, email, demoPassword)).toBe("SIGN_IN_WRONG");
  expect(await alertAfter(identity, "cashier", demoPassword)).toBe("TOO_MANY_ATTEMPTS");
  expect((await care(identity, office(), "unlockAccount", id)).account).toMatchObject({ state: "ACTIVE" });
  await new Browser(identity).signIn("cashier", demoPassword);
});

it("opens the first sign-in anew for who let it lapse, by mail, and not for who has a password", async () => {
  await using identity = await startIdentity();
  const { subjectId } = await givenBoundGuardian(identity);
  const suffix = wang.nationalId.slice(-6);
  identity.clock.advance(8 * 24 * 60 * 60_000);
  expect(await alertAfter(identity, wang.email, suffix)).toBe("SIGN_IN_WRONG");
  const { account } = await care(identity, office(), "restartFirstSignIn", subjectId);
  expect(account).toMatchObject({ state: "AWAITING_FIRST_SIGN_IN", firstSignInUntil: expect.any(String) });
  await identity.settle();
  const letter = identity.mailbox.to(wang.email).at(-1)!;
  expect(letter.text).toContain("臺端身分證統一編號後6碼");
  expect(letter.text).not.toContain(suffix);

  const browser = await new Browser(identity).open();
  await browser.submit("password", { login: wang.email, password: suffix });
  expect(browser.step).toBe("code");
  await identity.settle();
  await browser.submit("code", { code: identity.mailbox.codeFor(wang.email) });
  expect(browser.arrival).not.toBeNull();
  await identity.rows("update account set password_state = 'OWN' where id = ?", [subjectId]);
  expect((await care(identity, office(), "restartFirstSignIn", subjectId)).code).toBe("FIRST_SIGN_IN_DONE");
});

it("writes down who did what to whom, with the reason sealed, and takes none that says nothing", async () => {
  await using identity = await startIdentity({ demoCity: true });
  const viewer = office();
  const reason = "郭淑芬已離職";
  await care(identity, viewer, "disableAccount", id, reason);
  await care(identity, viewer, "enableAccount", id, reason);
  await care(identity, viewer, "unlockAccount", id, reason);
  const audits = await identity.rows<{ act: string }>(
    "select act, detail->>'reason' is not null as reasoned from audit where object = ? and subject = ? order by occurred_at, id",
    [`account:${id}`, viewer.subject],
  );
  expect(audits.map((row) => ({ ...row }))).toEqual(
    ["disable-account", "enable-account", "unlock-account"].map((act) => ({ act, reasoned: true })),
  );
  expect(await identity.dump()).not.toContain(reason);
  for (const nothing of [" ", "字".repeat(501)])
    expect((await care(identity, viewer, "unlockAccount", id, nothing)).code).toBe("BAD_INPUT");
});
