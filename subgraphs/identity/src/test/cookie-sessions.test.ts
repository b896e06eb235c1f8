import { anonymous, type Viewer } from "@campus-graph/kit/auth/viewer";
import { transaction } from "@campus-graph/kit/sql/transaction";
import { demoPeople } from "@campus-graph/schema/demo-city";
import { decodeJwt, decodeProtectedHeader } from "jose";
import { expect, it } from "vitest";
import { endSession } from "../use-cases/end-sessions.js";
import { App, trade } from "./app.js";
import { Browser, claimsOf } from "./browser.js";
import { demoPassword, type Identity, publicUrl, startIdentity } from "./given.js";

const { subjectId, email, name } = demoPeople.newcomer;
const dayMs = 24 * 60 * 60_000;

it("signs a browser in by the real flow, and leads it on with a cookie that no script reads", async () => {
  await using identity = await startIdentity({ demoCity: true });
  const app = await new App(identity).beginSignIn("?returnTo=/parent/bills%3Fchild%3D1%23due");
  expect(app.step).toBe("password");
  const answer = await app.submit("password", { login: email, password: demoPassword });
  expect(app.arrival?.href).toBe(`${publicUrl}/parent/bills?child=1#due`);
  const cookies = answer.headers.getSetCookie();
  expect(cookies.filter((line) => line.startsWith("campus="))).toEqual([
    `campus=${app.secret}; Path=/; HttpOnly; SameSite=Lax`,
  ]);
  expect(answer.headers.get("cache-control")).toBe("private, no-store");
  const shown = await app.session();
  expect(shown).toEqual({
    kind: "SIGNED_IN",
    subjectId,
    displayName: name,
    email,
    assurance: "signed-in",
    mustChangePassword: false,
    secondFactorDue: false,
    expiresAt: expect.any(String),
    demo: false,
    codesBySms: false,
  });
  expect(daysUntil(identity, shown.expiresAt)).toBeCloseTo(14);
});

it("trades the cookie for such a token as a code gives, with the session it was opened by", async () => {
  await using identity = await startIdentity({ demoCity: true });
  const app = await new App(identity).signInByCookie(email);
  const { token, expiresAt, sessionEndsAt } = (await trade(identity, app.secret))!;
  const byCode = await new Browser(identity).signIn(email, demoPassword);
  const [traded, given] = [decodeJwt(token), claimsOf(byCode)];
  expect({ ...traded, iat: 0, exp: 0 }).toEqual({
    iss: given.iss,
    aud: given.aud,
    sub: subjectId,
    sid: expect.any(String),
    client_id: "campus-apps",
    roles: given.roles,
    scope: "campus",
    assurance: given.assurance,
    second_factor: "waived",
    iat: 0,
    exp: 0,
  });
  expect(traded.exp! - traded.iat!).toBeCloseTo(5 * 60);
  expect(daysUntil(identity, expiresAt)).toBeCloseTo(5 / (24 * 60), 3);
  expect(daysUntil(identity, sessionEndsAt)).toBeCloseTo(14);
  expect(decodeProtectedHeader(token)).toEqual(decodeProtectedHeader(byCode.access_token));
});

it("keeps the cookie beyond the browser's end only where that was chosen", async () => {
  await using identity = await startIdentity({ demoCity: true });
  const [kept, left] = [new App(identity), new App(identity)];
  await kept.signInByCookie(email, { remember: true });
  await left.signInByCookie(email);
  for (const app of [kept, left]) app.restart();
  expect((await kept.session()).kind).toBe("SIGNED_IN");
  expect((await left.session()).kind).toBe("ANONYMOUS");
});

it("signs in unseen where single sign-on knows the browser", async () => {
  await using identity = await startIdentity({ demoCity: true });
  const app = new App(identity);
  await app.visit("/sso");
  await app.submit("password", { login: email, password: demoPassword });
  await app.beginSignIn();
  expect(app.arrival?.pathname).toBe("/parent/bills");
  expect((await app.session()).subjectId).toBe(subjectId);
});

it("draws a new secret at each sign-in, and the one before opens nothing", async () => {
  await using identity = await startIdentity({ demoCity: true });
  const app = await new App(identity).signInByCookie(email);
  const before = app.secret;
  await app.signInByCookie(email);
  expect(app.secret).not.toBe(before);
  expect(await trade(identity, before)).toBeNull();
  expect(await ended(identity)).toEqual([]);
});

it("gives a planted cookie no session: neither a made-up one, nor the planter's own", async () => {
  await using identity = await startIdentity({ demoCity: true });
  const attacker = await new App(identity).signInByCookie(demoPeople.guardian.email);
  for (const planted of ["p".repeat(43), attacker.secret]) {
    const app = new App(identity);
    app.plant("campus", planted);
    await app.signInByCookie(email);
    expect(app.secret).not.toBe(planted);
    expect((await app.session()).subjectId).toBe(subjectId);
    expect(await trade(identity, planted)).toBeNull();
  }
});

it("finishes no sign-in that another browser began, nor one that was made up", async () => {
  await using identity = await startIdentity({ demoCity: true });
  const [attacker, victim] = [new App(identity), new App(identity)];
  await attacker.beginSignIn();
  await attacker.send("GET", "/session/sign-in");
  const forged = "/session/callback?state=made-up";
  // No sign-in is under way here.
  const lost = await victim.send("GET", forged);
  expect([lost.status, lost.headers.get("location")]).toEqual([303, "/parent/?signIn=failed"]);
  // One is: it goes on as this browser's own.
  await victim.send("GET", "/session/sign-in?returnTo=/parent/me&locale=en");
  const anew = await victim.send("GET", forged);
  expect(anew.headers.get("location")).toBe("/session/sign-in?returnTo=%2Fparent%2Fme&locale=en");
  expect(victim.secret).toBe("");
});

it("goes on in a tab whose sign-in was overtaken by another tab's", async () => {
  await using identity = await startIdentity({ demoCity: true });
  const app = await new App(identity).beginSignIn("?returnTo=/parent/one");
  await app.send("GET", "/session/sign-in?returnTo=/parent/two");
  await app.submit("password", { login: email, password: demoPassword });
  expect(app.arrival?.pathname).toBe("/parent/two");
  expect((await app.session()).kind).toBe("SIGNED_IN");
});

it("tells the app when single sign-on sends the browser back without a sign-in", async () => {
  await using identity = await startIdentity();
  const app = new App(identity);
  const begun = await app.send("GET", "/session/sign-in?returnTo=/parent/me?tab=1");
  const state = new URL(begun.headers.get("location")!, publicUrl).searchParams.get("state");
  const back = await app.send("GET", `/session/callback?error=access_denied&state=${state}`);
  expect(back.headers.get("location")).toBe("/parent/me?tab=1&signIn=failed");
});

it("opens nothing for a session that single sign-on has ended meanwhile", async () => {
  await using identity = await startIdentity({ demoCity: true });
  const app = await new App(identity).signInByCookie(email);
  const sid = decodeJwt((await trade(identity, app.secret))!.token).sid as string;
  await transaction(identity.context(), (context) => endSession(context, subjectId, sid));
  expect(await trade(identity, app.secret)).toBeNull();
  expect((await app.session()).kind).toBe("ANONYMOUS");
  await app.beginSignIn();
  expect(app.step).toBe("password");
});

it("tells a browser that says its page's origin only when it posts", async () => {
  await using identity = await startIdentity({ demoCity: true });
  const app = await new App(identity).signInByCookie(email);
  expect((await app.session({})).kind).toBe("ANONYMOUS");
  expect((await app.post("/session")).body).toMatchObject({ kind: "SIGNED_IN", subjectId });
  const elsewhere = await app.post("/session", {}, { origin: "https://other.example" });
  expect([elsewhere.status, elsewhere.body.code]).toEqual([403, "FORBIDDEN"]);
});

it("speaks the app's language on the pages of the sign-in", async () => {
  await using identity = await startIdentity();
  const app = await new App(identity, { language: "zh-TW" }).beginSignIn("?locale=en");
  expect(app.text).toContain('<html lang="en">');
});

it("ends everything that the browser is signed in to at a sign-out, and says so to the gateways", async () => {
  await using identity = await startIdentity({ demoCity: true });
  const app = await new App(identity).signInByCookie(email);
  const other = new Browser(identity);
  const elsewhere = await other.signIn(email, demoPassword);
  const { secret } = app;
  const { sid } = decodeJwt((await trade(identity, secret))!.token);
  const answer = await app.post("/session/sign-out");
  expect([answer.status, answer.body.kind]).toEqual([200, "ANONYMOUS"]);
  expect(answer.headers.getSetCookie()).toEqual(["campus=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0"]);
  expect(await trade(identity, secret)).toBeNull();
  expect(await ended(identity)).toEqual([{ subjectId, sid }]);
  expect((await app.beginSignIn()).step).toBe("password");
  expect((await other.refresh(elsewhere.refresh_token)).status).toBe(200);
  expect((await app.post("/session/sign-out")).status).toBe(200);
});

it("ends the cookie when single sign-on itself is left", async () => {
  await using identity = await startIdentity({ demoCity: true });
  const app = await new App(identity).signInByCookie(email);
  const page = await app.send("GET", "/sso/session/end");
  const [, xsrf = ""] = /name="xsrf" value="([^"]+)"/.exec(page.text) ?? [];
  await app.send("POST", "/sso/session/end/confirm", { xsrf, logout: "yes" });
  expect(await trade(identity, app.secret)).toBeNull();
});

it.each([
  { title: "another site", headers: { origin: "https://other.example" } },
  { title: "another port", headers: { origin: `${publicUrl}:4001` } },
  { title: "a program", headers: {} },
] as { title: string; headers: Record<string, string> }[])(
  "neither tells $title who is signed in, nor does anything for it",
  async ({ headers }) => {
    await using identity = await startIdentity({ demoCity: true });
    const app = await new App(identity).signInByCookie(email);
    expect((await app.session(headers)).kind).toBe("ANONYMOUS");
    for (const path of ["/session/sign-out", "/session/applicant"]) {
      const { status, body } = await app.post(path, {}, headers);
      expect([status, body.code]).toEqual([403, "FORBIDDEN"]);
    }
    expect((await app.session()).kind).toBe("SIGNED_IN");
    expect((await app.send("GET", "/session")).headers.get("access-control-allow-origin")).toBeNull();
  },
);

it("ends the other browsers' cookies when the password is changed, and lets this one go on as it is now", async () => {
  await using identity = await startIdentity({ demoCity: true });
  const here = await new App(identity).signInByCookie(email);
  const there = await new App(identity).signInByCookie(email);
  const { sub, sid } = decodeJwt<{ sid: string }>((await trade(identity, here.secret))!.token);
  const viewer: Viewer = { ...anonymous, subject: sub!, session: sid, assurance: "signed-in" };
  const answer = await identity.execute(
    viewer,
    "mutation ($input: ChangePasswordInput!) { changePassword(input: $input) { id } }",
    { input: { currentPassword: demoPassword, newPassword: "seven blue kettles" } },
  );
  expect(answer.errors).toBeUndefined();
  expect((await here.session()).kind).toBe("SIGNED_IN");
  expect((await there.session()).kind).toBe("ANONYMOUS");
  expect(await ended(identity)).toHaveLength(1);
});

it("ends with the account's other sessions, also where single sign-on has forgotten its own", async () => {
  await using identity = await startIdentity({ demoCity: true });
  const app = await new App(identity).signInByCookie(email);
  await identity.rows("delete from sso_item where model = 'Session'");
  const viewer: Viewer = { ...anonymous, subject: subjectId, session: "another", assurance: "signed-in" };
  await identity.execute(viewer, "mutation { signOutEverywhere { id } }");
  expect((await app.session()).kind).toBe("ANONYMOUS");
  expect(await ended(identity)).toHaveLength(1);
});

it("is over after a week without use, and after a fortnight in any case", async () => {
  await using identity = await startIdentity({ demoCity: true });
  const [used, idle] = [new App(identity), new App(identity)];
  for (const app of [used, idle]) await app.signInByCookie(email);
  for (let day = 0; day < 13; day += 6) {
    expect((await used.session()).kind).toBe("SIGNED_IN");
    identity.clock.advance(6 * dayMs);
  }
  expect((await idle.session()).kind).toBe("ANONYMOUS");
  expect((await used.session()).kind).toBe("ANONYMOUS");
  await identity.settle();
  expect(await identity.rows("select digest from cookie_session")).toEqual([]);
});

it("gives no token that outlives the session", async () => {
  await using identity = await startIdentity({ demoCity: true });
  const app = await new App(identity).signInByCookie(email);
  for (let day = 0; day < 12; day += 6) {
    identity.clock.advance(6 * dayMs);
    await app.session();
  }
  identity.clock.advance(2 * dayMs - 60_000);
  const { token, expiresAt, sessionEndsAt } = (await trade(identity, app.secret))!;
  expect(expiresAt).toBe(sessionEndsAt);
  expect(decodeJwt(token).exp! * 1_000).toBeCloseTo(Date.parse(sessionEndsAt), 0);
});

it("keeps of a cookie its digest alone", async () => {
  await using identity = await startIdentity({ demoCity: true });
  const app = await new App(identity).signInByCookie(email);
  expect(await identity.dump()).not.toContain(app.secret);
});

function daysUntil(identity: Identity, moment: string | null): number {
  return (Date.parse(moment ?? "") - identity.clock.now().getTime()) / dayMs;
}

async function ended(identity: Identity) {
  return (await identity.published("identity.SessionEnded")).map(({ payload }) => payload);
}
