import { demoPeople } from "@campus-graph/schema/demo-city";
import { expect, it } from "vitest";
import { App } from "./app.js";
import { type Browser, stepOf } from "./browser.js";
import { demoPassword, startIdentity } from "./given.js";

const publicUrl = "https://campus.test";
const start = () => startIdentity({ demoCity: true, publicUrl });
const attacker = demoPeople.guardian.email;
const victim = demoPeople.newcomer;

/** A sibling host sets cookies for the whole domain; under `__Host-` no browser takes them from there. */
function plantAll(from: Browser, into: Browser): void {
  for (const [name, value] of from.held) into.plant(name.replace(/^__Host-/, ""), value);
}

it("keeps every cookie of a sign-in to this host and to https", async () => {
  await using identity = await start();
  const app = await new App(identity).beginSignIn();
  const lines = [
    ...(await app.send("GET", "/session/sign-in")).headers.getSetCookie(),
    ...(await app.send("GET", `/sso/auth?${params}`)).headers.getSetCookie(),
    ...(await app.submit("password", { login: victim.email, password: demoPassword })).headers.getSetCookie(),
  ];
  expect(lines.length).toBeGreaterThan(4);
  for (const line of lines) {
    expect(line).toMatch(/^__Host-campus/);
    expect(line).toMatch(/; path=\/(;|$)/i);
    expect(line).toMatch(/; secure/i);
    expect(line).not.toMatch(/; domain/i);
  }
  for (const name of app.held.keys()) expect(name).toMatch(/^__Host-campus/);
  expect((await app.session()).subjectId).toBe(victim.subjectId);
});

it("signs nobody in by the session of another browser that a sibling host has planted", async () => {
  await using identity = await start();
  const [planter, app] = [new App(identity), new App(identity)];
  await planter.signInByCookie(attacker);
  plantAll(planter, app);
  await app.beginSignIn();
  expect([app.arrival, app.step]).toEqual([null, "password"]);
  expect((await app.session()).kind).toBe("ANONYMOUS");
});

it("goes on with no sign-in of another browser whose cookies a sibling host has planted", async () => {
  await using identity = await start();
  const [planter, app] = [new App(identity), new App(identity)];
  await planter.beginSignIn();
  plantAll(planter, app);
  const page = await app.send("GET", planter.page!.path);
  expect([page.status, stepOf(page)]).toEqual([400, undefined]);
  await planter.send("POST", planter.page!.path, {
    step: "password",
    login: attacker,
    password: demoPassword,
  });
  const resumed = planter.page!.path.replace("/sso/interaction/", "/sso/auth/");
  await app.send("GET", resumed);
  expect((await app.beginSignIn()).step).toBe("password");
});

it("finishes no sign-in by an address that another browser's sign-in led to", async () => {
  await using identity = await start();
  const [planter, app] = [new App(identity), new App(identity)];
  const begun = await planter.send("GET", "/session/sign-in?returnTo=/parent/me");
  const state = new URL(begun.headers.get("location")!, publicUrl).searchParams.get("state");
  plantAll(planter, app);
  const { status, headers } = await app.send("GET", `/session/callback?state=${state}`);
  expect([status, headers.get("location")]).toEqual([303, "/parent/?signIn=failed"]);
  expect((await app.session()).kind).toBe("ANONYMOUS");
});

it("has several sign-ins under way in one browser, each on its own page", async () => {
  await using identity = await start();
  const app = await new App(identity).beginSignIn();
  const first = app.page!.path;
  await app.beginSignIn("?returnTo=/parent/me");
  expect(app.page!.path).not.toBe(first);
  expect(stepOf(await app.send("GET", first))).toBe("password");
  await app.submit("password", { login: victim.email, password: demoPassword });
  expect(app.arrival?.pathname).toBe("/parent/me");
});

it("takes so many sign-ins from one network, and says so on a page", async () => {
  await using identity = await start();
  await new App(identity).beginSignIn();
  await identity.rows("update attempt set tries = 1999 where scope = 'app-sign-in.address'");
  const app = new App(identity, { language: "en" });
  expect((await app.send("GET", "/session/sign-in")).status).toBe(303);
  for (const path of ["/session/sign-in", "/session/callback?state=any"]) {
    const { status, headers, text } = await app.send("GET", path);
    expect([status, headers.get("content-type")]).toEqual([429, "text/html; charset=utf-8"]);
    expect(text).toContain('data-code="TOO_MANY_ATTEMPTS"');
    expect(Number(headers.get("retry-after"))).toBeGreaterThan(0);
  }
  const elsewhere = new App(identity, { address: "203.0.113.9" });
  expect((await elsewhere.send("GET", "/session/sign-in")).status).toBe(303);
});

const params = new URLSearchParams({
  client_id: "campus-apps",
  response_type: "none",
  scope: "openid",
  redirect_uri: `${publicUrl}/session/callback`,
  state: "a state",
});
