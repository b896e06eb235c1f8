import { anonymous, type Viewer } from "@campus-graph/kit/auth/viewer";
import { transaction } from "@campus-graph/kit/sql/transaction";
import { demoPeople } from "@campus-graph/schema/demo-city";
import { expect, it } from "vitest";
import { PostgresAdapter } from "../sso/adapter.js";
import { endSession } from "../use-cases/end-sessions.js";
import { Browser, claimsOf, type Tokens } from "./browser.js";
import { codeOf, demoPassword, type Identity, keys, startIdentity } from "./given.js";

const { subjectId, email } = demoPeople.newcomer;
const changePassword = "mutation ($input: ChangePasswordInput!) { changePassword(input: $input) { id } }";

const refreshed = async (browser: Browser, { refresh_token }: Pick<Tokens, "refresh_token">) => {
  const { status, text } = await browser.refresh(refresh_token);
  expect([status, text]).toEqual([200, expect.any(String)]);
  return JSON.parse(text) as Tokens;
};

it("rotates refresh tokens, and ends the session of one who brings an old one after its successor", async () => {
  await using identity = await startIdentity({ demoCity: true });
  const browser = new Browser(identity);
  const first = await browser.signIn(email, demoPassword);
  const { sid } = claimsOf(first);
  const second = await refreshed(browser, first);
  expect(second.refresh_token).not.toBe(first.refresh_token);
  expect(claimsOf(second).sid).toBe(sid);
  const third = await refreshed(browser, second);

  expect((await browser.refresh(first.refresh_token)).status).toBe(400);
  expect((await browser.refresh(third.refresh_token)).status).toBe(400);
  expect(await ended(identity)).toEqual([{ subjectId, sid }]);
});

it("gives two tabs that refresh at once, and one whose answer was lost, the same successor", async () => {
  await using identity = await startIdentity({ demoCity: true });
  const browser = new Browser(identity);
  let tokens = await browser.signIn(email, demoPassword);
  for (let time = 0; time < 5; time++) {
    const tabs = await Promise.all(Array.from({ length: 4 }, () => refreshed(browser, tokens)));
    const again = await refreshed(browser, tokens);
    expect(new Set([...tabs, again].map(({ refresh_token }) => refresh_token)).size).toBe(1);
    tokens = again;
  }
  const unused = await identity.rows(
    "select id from sso_item where model = 'RefreshToken' and consumed_at is null",
  );
  expect(unused).toHaveLength(1);
  expect(await ended(identity)).toEqual([]);
});

it("ends the session of one who brings an old refresh token after half a minute", async () => {
  await using identity = await startIdentity({ demoCity: true });
  const browser = new Browser(identity);
  const first = await browser.signIn(email, demoPassword);
  const second = await refreshed(browser, first);
  // The provider tells time by the database.
  const age = (seconds: number) =>
    identity.rows("update sso_item set consumed_at = consumed_at - make_interval(secs => ?)", [seconds]);
  await age(20);
  await refreshed(browser, first);
  await age(11);
  expect((await browser.refresh(first.refresh_token)).status).toBe(400);
  expect((await browser.refresh(second.refresh_token)).status).toBe(400);
  expect(await ended(identity)).toEqual([{ subjectId, sid: claimsOf(first).sid }]);
});

it("ends the session, its access tokens too, when a code is used twice", async () => {
  await using identity = await startIdentity({ demoCity: true });
  const browser = await new Browser(identity).open();
  await browser.submit("password", { login: email, password: demoPassword });
  const tokens = await browser.tokens();
  // Who has only overheard the code, and cannot prove to have begun the sign-in, ends nothing.
  expect((await browser.redeem("another verifier, which is forty-three characters")).status).toBe(400);
  expect(await ended(identity)).toEqual([]);
  expect((await browser.redeem()).status).toBe(400);
  expect((await browser.refresh(tokens.refresh_token)).status).toBe(400);
  expect(await ended(identity)).toEqual([{ subjectId, sid: claimsOf(tokens).sid }]);
});

it("ends the session also when a code is used twice at once", async () => {
  await using identity = await startIdentity({ demoCity: true });
  const browser = await new Browser(identity).open();
  await browser.submit("password", { login: email, password: demoPassword });
  const answers = await Promise.all([browser.redeem(), browser.redeem()]);
  expect(answers.map(({ status }) => status).filter((status) => status !== 200).length).toBeGreaterThan(0);
  expect(await ended(identity)).toHaveLength(1);
});

it("ends the session everywhere at a sign-out in the browser", async () => {
  await using identity = await startIdentity({ demoCity: true });
  const browser = new Browser(identity);
  const tokens = await browser.signIn(email, demoPassword);
  const page = await browser.send("GET", "/sso/session/end?client_id=parent-app");
  expect(page.text).toContain("要登出嗎？");
  const [, xsrf = ""] = /name="xsrf" value="([^"]+)"/.exec(page.text) ?? [];
  await browser.send("POST", "/sso/session/end/confirm", { xsrf, logout: "yes" });
  expect(await ended(identity)).toEqual([{ subjectId, sid: claimsOf(tokens).sid }]);
  expect((await browser.refresh(tokens.refresh_token)).status).toBe(400);
  await browser.open();
  expect(browser.step).toBe("password");
});

it("goes on when one decides to stay signed in", async () => {
  await using identity = await startIdentity({ demoCity: true });
  const browser = new Browser(identity);
  await browser.signIn(email, demoPassword);
  const page = await browser.send("GET", "/sso/session/end");
  const [, xsrf = ""] = /name="xsrf" value="([^"]+)"/.exec(page.text) ?? [];
  await browser.send("POST", "/sso/session/end/confirm", { xsrf });
  expect(await ended(identity)).toEqual([]);
  await browser.open();
  expect(browser.arrival).not.toBeNull();
});

it("ends the session when an app gives its refresh token back", async () => {
  await using identity = await startIdentity({ demoCity: true });
  const browser = new Browser(identity);
  const tokens = await browser.signIn(email, demoPassword);
  const { status } = await browser.send("POST", "/sso/token/revocation", {
    client_id: "parent-app",
    token: tokens.refresh_token,
  });
  expect(status).toBe(200);
  expect(await ended(identity)).toEqual([{ subjectId, sid: claimsOf(tokens).sid }]);
  await browser.open();
  expect(browser.step).toBe("password");
});

it("ends the other sessions when the password is changed, and lets this one go on", async () => {
  await using identity = await startIdentity({ demoCity: true });
  const [here, there] = [new Browser(identity), new Browser(identity)];
  const mine = await here.signIn(email, demoPassword);
  const other = await there.signIn(email, demoPassword);
  const answer = await identity.execute(viewerOf(mine), changePassword, {
    input: { currentPassword: demoPassword, newPassword: "seven blue kettles" },
  });
  expect(answer.errors).toBeUndefined();
  expect(await ended(identity)).toEqual([{ subjectId, sid: claimsOf(other).sid }]);
  expect((await there.refresh(other.refresh_token)).status).toBe(400);
  expect((await here.refresh(mine.refresh_token)).status).toBe(200);
  const before = await new Browser(identity).open();
  await before.submit("password", { login: email, password: demoPassword });
  expect(before.alert).toBe("SIGN_IN_WRONG");
});

it("ends every session when a password is set anew with a mailed code", async () => {
  await using identity = await startIdentity({ demoCity: true });
  const tokens = await new Browser(identity).signIn(email, demoPassword);
  const browser = await new Browser(identity).open();
  await browser.submit("forgot");
  await browser.submit("recover", { login: email });
  await identity.settle();
  await browser.submit("code", { code: identity.mailbox.codeFor(email) });
  await browser.submit("new-password", { password: "seven blue kettles" });
  expect(await ended(identity)).toEqual([{ subjectId, sid: claimsOf(tokens).sid }]);
  expect(claimsOf(await browser.tokens()).sid).not.toBe(claimsOf(tokens).sid);
});

it("ends also a sign-in that the old password opened and that has not come back to its app", async () => {
  await using identity = await startIdentity({ demoCity: true });
  const [owner, thief] = [new Browser(identity), await new Browser(identity).open()];
  const mine = await owner.signIn(email, demoPassword);
  const opened = await thief.send("POST", thief.page!.path, {
    step: "password",
    login: email,
    password: demoPassword,
  });
  expect(opened.status).toBe(303);
  await identity.execute(viewerOf(mine), changePassword, {
    input: { currentPassword: demoPassword, newPassword: "seven blue kettles" },
  });
  const { pathname, search } = new URL(opened.headers.get("location")!, "http://campus.test");
  const resumed = await thief.send("GET", pathname + search);
  expect([resumed.status, resumed.headers.get("location")]).toEqual([400, null]);
});

it("ends also a sign-in that a mailed code has opened", async () => {
  await using identity = await startIdentity({ demoCity: true });
  const mine = await new Browser(identity).signIn(email, demoPassword);
  const thief = await new Browser(identity).open();
  await thief.submit("forgot");
  await thief.submit("recover", { login: email });
  await identity.settle();
  await thief.submit("code", { code: identity.mailbox.codeFor(email) });
  expect(thief.step).toBe("new-password");
  await identity.execute(viewerOf(mine), changePassword, {
    input: { currentPassword: demoPassword, newPassword: "seven blue kettles" },
  });
  await thief.submit("new-password", { password: "a thief's own choice" });
  expect(thief.arrival).toBeNull();
  expect((await new Browser(identity).signIn(email, "seven blue kettles")).refresh_token).toBeDefined();
});

it.each(["Session", "RefreshToken"])(
  "keeps no %s that comes in once its session has ended",
  async (model) => {
    await using identity = await startIdentity({ demoCity: true });
    const tokens = await new Browser(identity).signIn(email, demoPassword);
    const sid = claimsOf(tokens).sid!;
    const adapter = new PostgresAdapter(
      model,
      () => identity.running.database.em.fork(),
      keys(),
      async () => undefined,
    );
    const item = { accountId: subjectId, ...(model === "Session" ? { uid: sid } : { sessionUid: sid }) };
    await adapter.upsert("before", item, 60);
    expect(await adapter.find("before")).toMatchObject(item);
    await transaction(identity.context(), (context) => endSession(context, subjectId, sid));
    await adapter.upsert("after", item, 60);
    for (const id of ["before", "after"]) expect(await adapter.find(id)).toBeUndefined();
  },
);

it.each([
  { newPassword: "short", code: "PASSWORD_TOO_SHORT" },
  { newPassword: "長".repeat(129), code: "PASSWORD_TOO_LONG" },
  { newPassword: "Password123", code: "PASSWORD_TOO_COMMON" },
  { newPassword: "12345678", code: "PASSWORD_TOO_COMMON" },
  { newPassword: "zzzzzzzzzz", code: "PASSWORD_TOO_COMMON" },
  { newPassword: "my-newcomer-pass", code: "PASSWORD_PERSONAL" },
  { newPassword: "xx315508xx", code: "PASSWORD_PERSONAL" },
  { newPassword: "0912345603!", code: "PASSWORD_PERSONAL" },
  { newPassword: demoPassword, code: "PASSWORD_UNCHANGED" },
])("refuses the new password $newPassword with $code", async ({ newPassword, code }) => {
  await using identity = await startIdentity({ demoCity: true });
  const viewer = { ...anonymous, subject: subjectId, session: "s", assurance: "signed-in" } as const;
  const answer = await identity.execute(viewer, changePassword, {
    input: { currentPassword: demoPassword, newPassword },
  });
  expect(codeOf(answer)).toBe(code);
});

it("takes five tries at the current password in a quarter of an hour", async () => {
  await using identity = await startIdentity({ demoCity: true });
  const viewer = { ...anonymous, subject: subjectId, session: "s", assurance: "signed-in" } as const;
  const guess = (currentPassword: string) =>
    identity.execute(viewer, changePassword, {
      input: { currentPassword, newPassword: "seven blue kettles" },
    });
  for (let wrong = 0; wrong < 5; wrong++)
    expect(codeOf(await guess(`guess ${wrong}`))).toBe("PASSWORD_WRONG");
  expect(codeOf(await guess(demoPassword))).toBe("TOO_MANY_ATTEMPTS");
  identity.clock.advance(15 * 60_000 + 1);
  expect(codeOf(await guess(demoPassword))).toBeUndefined();
});

it("keeps no session, token or password open", async () => {
  await using identity = await startIdentity({ demoCity: true });
  const browser = new Browser(identity);
  const { refresh_token } = await browser.signIn(email, demoPassword);
  const dump = await identity.dump();
  for (const secret of [refresh_token, browser.cookie("campus_session")!, demoPassword])
    expect(dump).not.toContain(secret);
});

function viewerOf(tokens: Tokens): Viewer {
  const { sub, sid } = claimsOf(tokens);
  return {
    ...anonymous,
    subject: sub,
    session: sid ?? null,
    assurance: "signed-in",
    roles: [{ role: "GUARDIAN" }],
  };
}

async function ended(identity: Identity) {
  return (await identity.published("identity.SessionEnded")).map(({ payload }) => payload);
}
