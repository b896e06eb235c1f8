import { generateKeyPairSync, type KeyObject } from "node:crypto";
import { anonymous, signRequest } from "@campus-graph/kit/auth/viewer";
import { newId } from "@campus-graph/kit/sql/id";
import { SignJWT } from "jose";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { reservedClientIds, validKeys } from "../domain/partner.js";
import { allPartners, findPartner } from "../persistence/partners.js";
import { clientsOf } from "../sso/clients.js";
import { takeOverPartner } from "../use-cases/take-over-partner.js";
import { Browser } from "./browser.js";
import { type Identity, keys, publicUrl, startIdentity } from "./given.js";

/** A partner's own key pair, and its public half as partners hand it over. */
function aKey(kid = `key-${newId()}`) {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  return { kid, privateKey, publicKey, jwk: { ...publicKey.export({ format: "jwk" }), kid } };
}

/** A name that nobody wrote into the code. */
const aClientId = () => `bank-${newId().slice(-12)}`;

describe("a payment partner", () => {
  let identity: Identity;
  beforeAll(async () => {
    identity = await startIdentity();
  });
  afterAll(() => identity[Symbol.asyncDispose]());

  /** What an operator's command sends, signed as the gateway signs. */
  async function command(name: string, content: object, changes: { language?: "en"; headers?: object } = {}) {
    const path = `/internal/${name}`;
    const body = JSON.stringify(content);
    const viewer = { ...anonymous, clientId: "operator", language: changes.language ?? "zh-TW" } as const;
    const parts = { audience: "identity", method: "POST", path, body, viewer, traceId: newId() };
    const headers = changes.headers ?? signRequest(keys().ring("viewer"), parts);
    const sent = () =>
      fetch(`${identity.running.url}${path}`, { method: "POST", body, headers: { ...headers } });
    const answered = await sent();
    // biome-ignore lint/suspicious/noExplicitAny: what came back is looked into field by field
    return { status: answered.status, body: (await answered.json()) as any, again: sent };
  }

  const register = (clientId: string, key: { jwk: object }, changes: object = {}) =>
    command("register-partner", {
      clientId,
      name: "台北富邦銀行",
      channels: ["ATM"],
      scopes: ["bills:read", "payments:notify"],
      keys: JSON.stringify(key.jwk),
      ...changes,
    });

  async function tokenStatus(clientId: string, { kid, privateKey }: { kid: string; privateKey: KeyObject }) {
    const jwt = new SignJWT({ jti: newId() })
      .setProtectedHeader({ alg: "ES256", kid })
      .setIssuer(clientId)
      .setSubject(clientId)
      .setAudience(`${publicUrl}/sso`)
      .setIssuedAt()
      .setExpirationTime("1m");
    const { status } = await new Browser(identity).send("POST", "/sso/token", {
      grant_type: "client_credentials",
      client_id: clientId,
      client_assertion_type: "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
      client_assertion: await jwt.sign(privateKey),
    });
    return status;
  }

  it("is registered at run time under any name, and gets a token by its key", async () => {
    const [clientId, key] = [aClientId(), aKey()];
    expect(await tokenStatus(clientId, key)).toBe(401);
    expect((await register(clientId, key)).body).toEqual({ missing: [] });
    expect(await tokenStatus(clientId, key)).toBe(200);
    const events = await identity.published("identity.PartnerRegistered");
    expect(events.at(-1)!.payload).toEqual({
      subjectId: clientId,
      name: "台北富邦銀行",
      channels: ["ATM"],
      scopes: ["bills:read", "payments:notify"],
      keys: [{ kid: key.kid, kty: "EC", crv: "P-256", x: key.jwk.x, y: key.jwk.y }],
      suspended: false,
    });
  });

  it("exchanges its key with both good meanwhile, and the ended one is good no longer", async () => {
    const [clientId, old, fresh] = [aClientId(), aKey(), aKey()];
    await register(clientId, old);
    expect((await command("add-partner-key", { clientId, keys: JSON.stringify(fresh.jwk) })).status).toBe(
      200,
    );
    for (const key of [old, fresh]) expect(await tokenStatus(clientId, key)).toBe(200);
    expect((await command("end-partner-key", { clientId, kid: old.kid })).body).toEqual({ missing: [] });
    expect(await tokenStatus(clientId, old)).toBe(401);
    expect(await tokenStatus(clientId, fresh)).toBe(200);
    const [{ payload }] = (await identity.published("identity.PartnerChanged")).slice(-1) as [never];
    expect(payload).toMatchObject({ subjectId: clientId, keys: [{ kid: fresh.kid }] });
  });

  it("gets no token while it is suspended, and by the same key again afterwards", async () => {
    const [clientId, key] = [aClientId(), aKey()];
    await register(clientId, key);
    await command("suspend-partner", { clientId });
    expect(await tokenStatus(clientId, key)).toBe(401);
    expect((await identity.published("identity.PartnerChanged")).at(-1)!.payload.suspended).toBe(true);
    await command("resume-partner", { clientId });
    expect(await tokenStatus(clientId, key)).toBe(200);
  });

  it("hands its key over as JWK, JWK set or PEM; a key without a name is known by its thumbprint", async () => {
    const key = aKey();
    const { kid: _, ...unnamed } = key.jwk;
    const pem = key.publicKey.export({ type: "spki", format: "pem" }) as string;
    for (const keys of [JSON.stringify(unnamed), JSON.stringify({ keys: [unnamed] }), pem]) {
      const clientId = aClientId();
      expect((await register(clientId, key, { keys })).status).toBe(200);
      const { body } = await command("partners", {});
      const { keys: kept } = body.partners.find((each: { clientId: string }) => each.clientId === clientId);
      expect(kept[0].kid).toMatch(/^[\w-]{43}$/);
      expect(await tokenStatus(clientId, { ...key, kid: kept[0].kid })).toBe(200);
    }
  });

  const rsa = () => generateKeyPairSync("rsa", { modulusLength: 2048 }).publicKey.export({ format: "jwk" });
  it.each<[string, () => object, string]>([
    [
      "a private key",
      () => ({ keys: JSON.stringify(aKey().privateKey.export({ format: "jwk" })) }),
      "PARTNER_KEY_INVALID",
    ],
    [
      "a private key in PEM",
      () => ({ keys: aKey().privateKey.export({ type: "pkcs8", format: "pem" }) }),
      "PARTNER_KEY_INVALID",
    ],
    ["a key of another kind", () => ({ keys: JSON.stringify(rsa()) }), "PARTNER_KEY_INVALID"],
    [
      "a point off the curve",
      () => ({ keys: JSON.stringify({ ...aKey().jwk, x: "AAAA" }) }),
      "PARTNER_KEY_INVALID",
    ],
    ["no key", () => ({ keys: '{"keys":[]}' }), "PARTNER_KEY_INVALID"],
    [
      "three keys",
      () => ({ keys: JSON.stringify({ keys: [aKey(), aKey(), aKey()].map(({ jwk }) => jwk) }) }),
      "PARTNER_KEY_INVALID",
    ],
    ["an address instead of a key", () => ({ keys: "https://bank.example/jwks" }), "PARTNER_KEY_INVALID"],
    [
      "a key whose name is no name",
      () => ({ keys: JSON.stringify({ ...aKey().jwk, kid: "a b" }) }),
      "PARTNER_KEY_INVALID",
    ],
    ["the city's own program as its id", () => ({ clientId: "parent-app" }), "BAD_INPUT"],
    ["an id with capitals", () => ({ clientId: "Bank" }), "BAD_INPUT"],
    ["no name", () => ({ name: " " }), "BAD_INPUT"],
    ["no channel", () => ({ channels: [] }), "BAD_INPUT"],
    ["a channel that there is not", () => ({ channels: ["CASH"] }), "BAD_INPUT"],
    ["a scope that there is not", () => ({ scopes: ["students:read"] }), "BAD_INPUT"],
  ])("is not registered with %s, and nothing is kept", async (_, changes, code) => {
    const before = await identity.rows("select client_id from partner order by client_id");
    const { status, body } = await register(aClientId(), aKey(), changes());
    expect({ status, code: body.code }).toEqual({ status: 422, code });
    expect(await identity.rows("select client_id from partner order by client_id")).toEqual(before);
  });

  it("keeps its id, at least one key and at most two, each under a name of its own", async () => {
    const [clientId, first, second] = [aClientId(), aKey(), aKey()];
    await register(clientId, first);
    const add = (key: { jwk: object }) =>
      command("add-partner-key", { clientId, keys: JSON.stringify(key.jwk) });
    const end = (kid: string) => command("end-partner-key", { clientId, kid });
    expect((await register(clientId, second)).body.code).toBe("PARTNER_EXISTS");
    expect((await end(first.kid)).body.code).toBe("PARTNER_LAST_KEY");
    expect((await add(aKey(first.kid))).body.code).toBe("PARTNER_KEY_EXISTS");
    for (const _ of ["once", "again"]) expect((await add(second)).body).toEqual({ missing: [] });
    expect((await add(aKey())).body.code).toBe("PARTNER_KEYS_FULL");
    await end(first.kid);
    expect((await end(first.kid)).body).toEqual({ missing: [] });
    expect((await end("another")).body.code).toBe("PARTNER_KEY_NOT_FOUND");
    expect((await add(first)).body.code).toBe("PARTNER_KEY_EXISTS");
    expect((await command("suspend-partner", { clientId: "nobody" })).body.code).toBe("PARTNER_NOT_FOUND");
  });

  it("is told of in the operator's language", async () => {
    const { body } = await command("suspend-partner", { clientId: "nobody" }, { language: "en" });
    expect(body.message).toBe("There is no partner “nobody”. The list of partners shows those there are.");
  });

  it("is changed by a signed command, once for each signature, and each change is in the audit", async () => {
    const [clientId, key] = [aClientId(), aKey()];
    expect((await command("suspend-partner", { clientId }, { headers: {} })).status).toBe(401);
    const registered = await register(clientId, key);
    expect((await registered.again()).status).toBe(401);
    await command("suspend-partner", { clientId });
    const acts = await identity.rows(
      "select act, client_id, detail from audit where object = ? order by id",
      [`partner:${clientId}`],
    );
    expect(acts).toMatchObject([
      { act: "registerPartner", client_id: "operator", detail: { channels: ["ATM"], keys: [key.kid] } },
      { act: "suspendPartner", client_id: "operator" },
    ]);
  });
});

describe("the wallet of a city from before partners were rows", () => {
  it("is registered at the first start, once, audited and told, and its row holds from then on", async () => {
    const [key, fresh] = [aKey(), aKey()];
    const partnerFromBefore = { keys: JSON.stringify({ keys: [key.jwk] }), channels: ["ATM" as const] };
    await using identity = await startIdentity({ partnerFromBefore });
    const wallet = async () => (await allPartners(identity.context().em)).map(({ clientId }) => clientId);
    expect(await wallet()).toEqual(["wallet"]);
    const audited = () => identity.rows("select act, client_id from audit where object = 'partner:wallet'");
    expect(await audited()).toEqual([{ act: "registerPartner", client_id: "operator" }]);
    expect(
      (await identity.published("identity.PartnerRegistered")).map(({ payload }) => payload),
    ).toMatchObject([{ subjectId: "wallet", channels: ["ATM"], keys: [{ kid: key.kid }], suspended: false }]);

    await takeOverPartner(identity.context(), { ...partnerFromBefore, keys: JSON.stringify(fresh.jwk) });
    expect(validKeys((await findPartner(identity.context().em, "wallet"))!)).toMatchObject([
      { kid: key.kid },
    ]);
    expect(await audited()).toHaveLength(1);
  });

  it("keeps nobody from starting where its key is none, and is registered once where two copies start", async () => {
    await using identity = await startIdentity({
      partnerFromBefore: { keys: '{"keys":[]}', channels: ["ATM"] },
    });
    expect(await allPartners(identity.context().em)).toEqual([]);
    const wallet = { keys: JSON.stringify(aKey().jwk), channels: ["ATM" as const] };
    await Promise.all([1, 2].map(() => takeOverPartner(identity.context(), wallet)));
    expect(await allPartners(identity.context().em)).toHaveLength(1);
  });
});

it("keeps the names of all of the city's own programs from partners", () => {
  const config = { publicUrl, appRedirectUris: [] } as never;
  for (const { client_id } of clientsOf(config)) expect(reservedClientIds).toContain(client_id);
});
