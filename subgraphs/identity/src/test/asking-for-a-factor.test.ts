import * as oauth from "oauth4webapi";
import { expect, it } from "vitest";
import { Authenticator } from "./authenticator.js";
import { Browser } from "./browser.js";
import { demoPassword, type Identity, startIdentity } from "./given.js";

const acr = "urn:campus-graph:acr:second-factor";
const teacher = "teacher@campus.example";
const client: oauth.Client = { client_id: "parent-app", id_token_signed_response_alg: "ES256" };

const responseOf = ({ status, headers, text }: Awaited<ReturnType<Browser["send"]>>) =>
  new Response(text, { status, headers });

/** What single sign-on says of itself, as a client reads it that others wrote. */
async function discover(browser: Browser, { publicUrl }: Identity): Promise<oauth.AuthorizationServer> {
  const issuer = new URL(`${publicUrl}/sso`);
  const answer = await browser.send("GET", "/sso/.well-known/openid-configuration");
  return oauth.processDiscoveryResponse(issuer, responseOf(answer));
}

it("tells a client that others wrote that a second factor was given, and lately", async () => {
  await using identity = await startIdentity({ demoCity: true, staffNeedSecondFactor: true });
  const browser = await new Browser(identity).open({ acr_values: acr, max_age: "300", nonce: "a-nonce" });
  const server = await discover(browser, identity);
  expect(server.acr_values_supported).toContain(acr);
  await browser.submit("password", { login: teacher, password: demoPassword });
  const phone = Authenticator.readFrom(browser);
  await browser.submit("enrol-authenticator", { code: phone.code(identity.clock.now()) });
  await browser.submit("leave-recovery-codes");
  oauth.validateAuthResponse(server, client, browser.arrival!, "the-state");
  const tokens = await oauth.processAuthorizationCodeResponse(
    server,
    client,
    responseOf(await browser.redeem()),
    { expectedNonce: "a-nonce", maxAge: 300, requireIdToken: true },
  );
  expect(oauth.getValidatedIdTokenClaims(tokens)).toMatchObject({ acr, auth_time: expect.any(Number) });
});

it("tells it too that none was, where nobody must have one", async () => {
  await using identity = await startIdentity({ demoCity: true });
  const browser = await new Browser(identity).open({ acr_values: acr, nonce: "a-nonce" });
  const server = await discover(browser, identity);
  await browser.submit("password", { login: "guardian@campus.example", password: demoPassword });
  const tokens = await oauth.processAuthorizationCodeResponse(
    server,
    client,
    responseOf(await browser.redeem()),
    { expectedNonce: "a-nonce", requireIdToken: true },
  );
  expect(oauth.getValidatedIdTokenClaims(tokens)?.acr).toBe("urn:campus-graph:acr:password");
});
