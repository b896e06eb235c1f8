import { readFileSync } from "node:fs";
import { join } from "node:path";
import { anonymous, signRequest } from "@campus-graph/kit/auth/viewer";
import { newId } from "@campus-graph/kit/sql/id";
import {
  createLocalJWKSet,
  generateKeyPair,
  importJWK,
  type JSONWebKeySet,
  type JWK,
  jwtVerify,
  SignJWT,
} from "jose";
import { describe, expect, inject, it } from "vitest";
import { Browser, claimsOf } from "./browser.js";
import { codeOf, keys, publicUrl, startIdentity, wang } from "./given.js";

const walletKey = () => {
  const file = JSON.parse(readFileSync(join(inject("keysFolder"), "wallet.json"), "utf8")) as {
    walletJwks: { keys: JWK[] };
  };
  return importJWK(file.walletJwks.keys[0]!, "ES256");
};

async function assertion(key: Parameters<SignJWT["sign"]>[0]): Promise<Record<string, string>> {
  const jwt = new SignJWT({ jti: newId() })
    .setProtectedHeader({ alg: "ES256" })
    .setIssuer("wallet")
    .setSubject("wallet")
    .setAudience(`${publicUrl}/sso`)
    .setIssuedAt()
    .setExpirationTime("1m");
  return {
    grant_type: "client_credentials",
    client_id: "wallet",
    client_assertion_type: "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
    client_assertion: await jwt.sign(key),
  };
}

it("gives a partner a token by its own key", async () => {
  await using identity = await startIdentity({ demoCity: true });
  const { status, text } = await new Browser(identity).send(
    "POST",
    "/sso/token",
    await assertion(await walletKey()),
  );
  expect(status).toBe(200);
  const claims = claimsOf(JSON.parse(text));
  expect(claims).toMatchObject({
    client_id: "wallet",
    aud: "campus-graph",
    roles: [{ role: "PARTNER" }],
    assurance: "signed-in",
  });
  expect(claims.exp - claims.iat).toBe(300);
});

it("refuses a partner another key, and the same assertion again", async () => {
  await using identity = await startIdentity({ demoCity: true });
  const browser = new Browser(identity);
  const { privateKey } = await generateKeyPair("ES256");
  expect((await browser.send("POST", "/sso/token", await assertion(privateKey))).status).toBe(401);
  const good = await assertion(await walletKey());
  expect((await browser.send("POST", "/sso/token", good)).status).toBe(200);
  expect((await browser.send("POST", "/sso/token", good)).status).toBe(401);
});

describe("a refused assertion", () => {
  const sent = async (of: string, changes: object = {}, header: object = {}) => {
    const { privateKey } = await generateKeyPair("ES256");
    const now = Math.floor(Date.now() / 1000);
    const claims = { iss: of, sub: of, aud: `${publicUrl}/sso`, jti: newId(), iat: now, exp: now + 60 };
    const jwt = new SignJWT({ ...claims, ...changes }).setProtectedHeader({ alg: "ES256", ...header });
    return { ...(await assertion(privateKey)), client_id: of, client_assertion: await jwt.sign(privateKey) };
  };

  it("gets one answer for a client that there is not, another key and another kid", async () => {
    await using identity = await startIdentity({ demoCity: true });
    const browser = new Browser(identity);
    const answers = [];
    for (const form of [
      await sent("wallet"),
      await sent("wallet", {}, { kid: "no-such-kid" }),
      await sent("no-such-partner"),
      await sent("no such client"),
    ]) {
      const { status, text } = await browser.send("POST", "/sso/token", form);
      answers.push({ status, ...JSON.parse(text) });
    }
    expect(answers[0]).toEqual({
      status: 401,
      error: "invalid_client",
      error_description: "client authentication failed",
    });
    for (const answer of answers) expect(answer).toEqual(answers[0]);
  });

  it.each<[fault: string, changes: object]>([
    [`aud is not ${publicUrl}/sso`, { aud: "https://elsewhere.example" }],
    ["exp is in the past", { exp: 1_700_000_000 }],
    ["exp is missing", { exp: undefined }],
    ["jti is missing", { jti: undefined }],
    ["iss, sub and client_id are not the same", { iss: "somebody" }],
  ])("is told that %s, whether there is such a client or not", async (fault, changes) => {
    await using identity = await startIdentity({ demoCity: true });
    const browser = new Browser(identity);
    for (const of of ["wallet", "no-such-partner"]) {
      const { status, text } = await browser.send("POST", "/sso/token", await sent(of, changes));
      expect({ status, ...JSON.parse(text) }).toEqual({
        status: 401,
        error: "invalid_client",
        error_description: `client authentication failed: ${fault}`,
      });
    }
  });
});

it("lets a partner neither apply nor have an account", async () => {
  await using identity = await startIdentity();
  const wallet = {
    ...anonymous,
    subject: "wallet",
    clientId: "wallet",
    assurance: "signed-in",
    roles: [{ role: "PARTNER" }],
  } as const;
  expect((await identity.execute(wallet, "{ me { id } }")).data.me).toBeNull();
  expect(codeOf(await identity.setGuardian(wallet, { applicationId: newId(), ...wang }))).toBe("FORBIDDEN");
});

it("publishes where everything is, under the door's own address", async () => {
  await using identity = await startIdentity();
  const { text } = await new Browser(identity).send("GET", "/sso/.well-known/openid-configuration");
  expect(JSON.parse(text)).toMatchObject({
    issuer: "http://campus.test/sso",
    authorization_endpoint: "http://campus.test/sso/auth",
    token_endpoint: "http://campus.test/sso/token",
    end_session_endpoint: "http://campus.test/sso/session/end",
    jwks_uri: "http://campus.test/sso/jwks",
  });
});

it("publishes the public keys of both kinds of tokens, and no private part", async () => {
  await using identity = await startIdentity();
  const browser = new Browser(identity);
  const { token } = await identity.verify(wang.email);
  const sets = await Promise.all(
    ["/sso/jwks", "/sso/applicant-jwks"].map(async (path) => (await browser.send("GET", path)).text),
  );
  for (const set of sets) expect(JSON.parse(set).keys[0]).not.toHaveProperty("d");
  const applicantKeys = createLocalJWKSet(JSON.parse(sets[1]!) as JSONWebKeySet);
  const { payload } = await jwtVerify(token, applicantKeys, {
    issuer: publicUrl,
    audience: "campus-applicant",
  });
  expect(payload.verified_email).toBe(wang.email);
  expect(payload.exp! - payload.iat!).toBeCloseTo(30 * 24 * 60 * 60, 2);
});

it("answers nobody but the gateway", async () => {
  await using identity = await startIdentity();
  const path = "/sso/jwks";
  const forged = signRequest(keys().ring("cursor"), {
    audience: "identity",
    method: "GET",
    path,
    body: null,
    viewer: anonymous,
    traceId: newId(),
  });
  expect((await fetch(`${identity.running.url}${path}`)).status).toBe(401);
  expect((await fetch(`${identity.running.url}${path}`, { headers: forged })).status).toBe(401);
});
