import { expect, it } from "vitest";
import { Browser } from "./browser.js";
import { type Identity, startIdentity } from "./given.js";

it("answers a form that is too large with 413 and a page that says so", async () => {
  await using identity = await startIdentity();
  for (const bytes of [9_000, 2_000_000]) {
    const browser = await new Browser(identity).open();
    const answer = await browser.submit("password", { login: "x".repeat(bytes), password: "x" });
    expect(answer.status).toBe(413);
    expect(browser.alert).toBe("FORM_TOO_LARGE");
    expect(browser.step).toBe("password");
  }
});

type Fields = Record<string, string>;

const odd = "\u0000\ud800\u202e'\"><";
const path = (address: string, fields: Fields = {}) => `${address}?${new URLSearchParams(fields)}`;
const authorization = (change: Fields) =>
  path("/sso/auth", {
    client_id: "parent-app",
    response_type: "code",
    scope: "openid",
    redirect_uri: "https://app.campus.test/signed-in",
    code_challenge: "x".repeat(43),
    code_challenge_method: "S256",
    ...change,
  });

/** What strangers may send to /sso, in a sentence each. */
const sent: Record<string, { method?: string; to: string; form?: Fields }> = {
  "an address that is none": { to: "//sso//" },
  "a broken escape": { to: "/sso/%E0%A4%A" },
  "an unknown path": { to: "/sso/nothing-here" },
  "another method": { method: "DELETE", to: "/sso/auth" },
  "another method to a page": { method: "PUT", to: "/sso/interaction/long-ago", form: { step: "password" } },
  "odd characters in each parameter": {
    to: authorization({
      state: odd,
      nonce: odd,
      login_hint: odd,
      ui_locales: odd,
      resource: odd,
      scope: odd,
    }),
  },
  "a client of odd characters": { to: authorization({ client_id: odd }) },
  "a client of JavaScript's own": { to: authorization({ client_id: "__proto__" }) },
  "a number that is none": { to: authorization({ max_age: "9".repeat(400) }) },
  "parameters of JavaScript's own": { to: authorization({ ["__proto__"]: "x", constructor: "y" }) },
  "a hint that is no token": { to: path("/sso/session/end", { id_token_hint: odd }) },
  "a return address that is none": {
    to: path("/sso/session/end", { client_id: "parent-app", post_logout_redirect_uri: odd }),
  },
  "a confirmation of nothing": { method: "POST", to: "/sso/session/end/confirm", form: { xsrf: odd } },
  "a token request that is too large": {
    method: "POST",
    to: "/sso/token",
    form: { grant_type: "refresh_token", client_id: "parent-app", refresh_token: "x".repeat(200_000) },
  },
  "a token of odd characters": {
    method: "POST",
    to: "/sso/token",
    form: { grant_type: "refresh_token", client_id: "parent-app", refresh_token: odd },
  },
  "a code of odd characters": {
    method: "POST",
    to: "/sso/token",
    form: {
      grant_type: "authorization_code",
      client_id: "parent-app",
      code: odd,
      code_verifier: odd,
      redirect_uri: odd,
    },
  },
  "a partner's proof that is none": {
    method: "POST",
    to: "/sso/token",
    form: {
      grant_type: "client_credentials",
      client_id: "wallet",
      client_assertion_type: "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
      client_assertion: odd,
    },
  },
  "odd characters to take back": {
    method: "POST",
    to: "/sso/token/revocation",
    form: { client_id: "parent-app", token: odd },
  },
};

it("answers nothing that a stranger sends to single sign-on with a fault of its own", async () => {
  await using identity = await startIdentity();
  const statuses = await Promise.all(
    Object.entries(sent).map(async ([name, { method = "GET", to, form }]) => {
      const { status } = await new Browser(identity).send(method, to, form);
      return [name, status >= 500 ? status : "answered"];
    }),
  );
  expect(statuses).toEqual(Object.keys(sent).map((name) => [name, "answered"]));
});

it.each(["password", "recover", "code", "new-password", "__proto__"])(
  "takes odd characters in the form “%s”",
  async (step) => {
    await using identity = await startIdentity({ demoCity: true });
    const browser = await atStep(identity, step);
    const answer = await browser.submit(step, { login: odd, password: odd, code: odd, remember: odd });
    expect(answer.status).toBeLessThan(500);
  },
);

async function atStep(identity: Identity, step: string): Promise<Browser> {
  const browser = await new Browser(identity).open();
  if (step === "password" || step === "__proto__") return browser;
  await browser.submit("forgot");
  if (step === "recover") return browser;
  const login = "teacher@campus.example";
  await browser.submit("recover", { login });
  await identity.settle();
  if (step === "new-password") await browser.submit("code", { code: identity.mailbox.codeFor(login) });
  return browser;
}
