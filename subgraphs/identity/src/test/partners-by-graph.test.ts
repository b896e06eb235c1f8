import { generateKeyPairSync } from "node:crypto";
import { decryptField } from "@campus-graph/kit/auth/crypto";
import { newId } from "@campus-graph/kit/sql/id";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { givenBoundGuardian } from "./accounts.js";
import { codeOf, fresh, type Identity, keys, signedIn, startIdentity } from "./given.js";

const bureau = fresh(newId(), { role: "BUREAU" });
const office = fresh(newId(), { role: "IT", schoolCode: "403601" });

function aKey(kid = `key-${newId().slice(-12)}`) {
  const { publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  return { kid, text: JSON.stringify({ ...publicKey.export({ format: "jwk" }), kid }) };
}

const fields = "id name channels scopes redirectUris suspendedAt keys { id until }";
const inputs = {
  registerPartner: "RegisterPartnerInput",
  changePartner: "ChangePartnerInput",
  addPartnerKey: "AddPartnerKeyInput",
  endPartnerKey: "EndPartnerKeyInput",
  suspendPartner: "SuspendPartnerInput",
  resumePartner: "SuspendPartnerInput",
} as const;
type Act = keyof typeof inputs;

describe("a payment partner, by the bureau", () => {
  let identity: Identity;
  beforeAll(async () => {
    identity = await startIdentity();
  });
  afterAll(() => identity[Symbol.asyncDispose]());

  async function act(name: Act, input: object, viewer = bureau) {
    const query = `mutation ($input: ${inputs[name]}!) { ${name}(input: $input) { ${fields} } }`;
    const answer = await identity.execute(viewer, query, { input: { reason: "115 學年度合約", ...input } });
    return { code: codeOf(answer), partner: answer.data?.[name], details: answer.errors?.[0]?.extensions };
  }

  async function givenPartner(changes: object = {}) {
    const [id, key] = [`bank-${newId().slice(-12)}`, aKey()];
    const partner = { id, name: "台北富邦銀行", channels: ["ATM"], scopes: ["bills:read"], key: key.text };
    return { id, key, ...(await act("registerPartner", { ...partner, ...changes })) };
  }

  const lastTold = async () => (await identity.published("identity.PartnerChanged")).at(-1)!.payload;

  it("is registered, listed with its keys, and told to the others as by the command", async () => {
    const { id, key, partner } = await givenPartner({ redirectUris: ["https://bank.example/linked"] });
    expect(partner).toEqual({
      id,
      name: "台北富邦銀行",
      channels: ["ATM"],
      scopes: ["bills:read"],
      redirectUris: ["https://bank.example/linked"],
      suspendedAt: null,
      keys: [{ id: key.kid, until: null }],
    });
    const { data } = await identity.execute(office, `{ partners { ${fields} } }`);
    expect(data.partners).toContainEqual(partner);
    expect((await identity.published("identity.PartnerRegistered")).at(-1)!.payload).toMatchObject({
      subjectId: id,
      keys: [{ kid: key.kid }],
      suspended: false,
    });
    const listed = await identity.operate("partners", {});
    expect(listed.partners.map(({ clientId }: { clientId: string }) => clientId)).toContain(id);
  });

  it("exchanges its key with both counting meanwhile; saying either step twice changes nothing", async () => {
    const { id, key } = await givenPartner();
    const next = aKey();
    for (const _ of ["once", "again"])
      expect((await act("addPartnerKey", { id, key: next.text })).partner.keys).toEqual([
        { id: key.kid, until: null },
        { id: next.kid, until: null },
      ]);
    for (const _ of ["once", "again"])
      expect((await act("endPartnerKey", { id, keyId: key.kid })).partner.keys).toEqual([
        { id: key.kid, until: expect.any(String) },
        { id: next.kid, until: null },
      ]);
    expect(await lastTold()).toMatchObject({ subjectId: id, keys: [{ kid: next.kid }] });
    expect((await act("endPartnerKey", { id, keyId: next.kid })).code).toBe("PARTNER_LAST_KEY");
    const acts = await identity.rows("select act from audit where object = ? order by id", [`partner:${id}`]);
    expect(acts.map(({ act }) => act)).toEqual(["registerPartner", "addPartnerKey", "endPartnerKey"]);
  });

  it("may do more or less from one moment on, and keeps what the change leaves out", async () => {
    const { id } = await givenPartner({ scopes: ["bills:read", "payments:notify"] });
    const { partner } = await act("changePartner", { id, channels: ["CREDIT_CARD", "ATM"] });
    expect(partner).toMatchObject({
      name: "台北富邦銀行",
      channels: ["CREDIT_CARD", "ATM"],
      scopes: ["bills:read", "payments:notify"],
    });
    expect(await lastTold()).not.toHaveProperty("narrowed");
    await act("changePartner", { id, name: "北富銀", scopes: ["payments:notify"] });
    expect(await lastTold()).toMatchObject({
      name: "北富銀",
      channels: ["CREDIT_CARD", "ATM"],
      scopes: ["payments:notify"],
      narrowed: true,
    });
  });

  it("is suspended and let in again, and the others hear of it", async () => {
    const { id } = await givenPartner();
    expect((await act("suspendPartner", { id })).partner.suspendedAt).not.toBeNull();
    expect(await lastTold()).toMatchObject({ subjectId: id, suspended: true });
    expect((await act("resumePartner", { id })).partner.suspendedAt).toBeNull();
    expect(await lastTold()).toMatchObject({ subjectId: id, suspended: false });
  });

  it("is changed with a reason, which the audit keeps sealed beside who did it", async () => {
    const { id } = await givenPartner();
    expect((await act("suspendPartner", { id, reason: "林小姐來電：私鑰外洩" })).code).toBeUndefined();
    const [row] = await identity.rows<{ subject: string; detail: { reason: string } }>(
      "select subject, detail from audit where object = ? and act = 'suspendPartner'",
      [`partner:${id}`],
    );
    expect(row!.subject).toBe(bureau.subject);
    expect(row!.detail.reason).not.toContain("林小姐");
    const place = { table: "audit", column: "reason", row: id };
    expect(decryptField(keys().ring("field"), row!.detail.reason, place)).toBe("林小姐來電：私鑰外洩");
    for (const reason of ["", " ", "長".repeat(501)])
      expect((await act("resumePartner", { id, reason })).code).toBe("BAD_INPUT");
  });

  const privateKey = () =>
    JSON.stringify(generateKeyPairSync("ec", { namedCurve: "P-256" }).privateKey.export({ format: "jwk" }));
  it.each<[string, () => object, string]>([
    ["a private key", () => ({ key: privateKey() }), "PARTNER_KEY_INVALID"],
    ["an address instead of a key", () => ({ key: "https://bank.example/jwks" }), "PARTNER_KEY_INVALID"],
    ["a scope that there is not", () => ({ scopes: ["students:read"] }), "BAD_INPUT"],
    ["no channel", () => ({ channels: [] }), "BAD_INPUT"],
    ["the city's own program as its id", () => ({ id: "parent-app" }), "BAD_INPUT"],
    ["an id that no database can hold", () => ({ id: "bank\u0000" }), "BAD_INPUT"],
    ["a way back with a NUL in it", () => ({ redirectUris: ["https://bank.example/\u0000"] }), "BAD_INPUT"],
    ["a way back by plain http", () => ({ redirectUris: ["http://bank.example/"] }), "BAD_INPUT"],
    ["no reason", () => ({ reason: "" }), "BAD_INPUT"],
  ])("is not registered with %s, and nothing is kept", async (_, changes, code) => {
    const count = () => identity.rows("select count(*) from partner");
    const before = await count();
    expect((await givenPartner(changes())).code).toBe(code);
    expect(await count()).toEqual(before);
  });

  it("is not known to who names another", async () => {
    for (const name of ["changePartner", "suspendPartner", "resumePartner"] as const)
      expect((await act(name, { id: "nobody" })).code).toBe("PARTNER_NOT_FOUND");
    expect((await act("addPartnerKey", { id: "nobody", key: aKey().text })).code).toBe("PARTNER_NOT_FOUND");
    expect((await act("suspendPartner", { id: "no\u0000body" })).code).toBe("PARTNER_NOT_FOUND");
  });

  it("is changed by a second factor of the last five minutes alone, but suspended without one", async () => {
    const { id } = await givenPartner();
    const now = identity.clock.now().getTime();
    const holds = (minutesAgo: number) => ({
      ...signedIn(bureau.subject!, { role: "BUREAU" as const }),
      secondFactor: { givenAt: now - minutesAgo * 60_000 },
    });
    for (const name of ["addPartnerKey", "endPartnerKey", "changePartner", "resumePartner"] as const) {
      const further = { addPartnerKey: { key: aKey().text }, endPartnerKey: { keyId: "none" } };
      const input = { id, ...(name in further ? further[name as keyof typeof further] : {}) };
      expect((await act(name, input, holds(6))).code).toBe("SECOND_FACTOR_REQUIRED");
      expect((await act(name, input, holds(4))).code).not.toBe("SECOND_FACTOR_REQUIRED");
    }
    expect((await act("suspendPartner", { id }, holds(60))).code).toBeUndefined();
  });

  it("is no school's to change, whatever its IT office has shown", async () => {
    const { id } = await givenPartner();
    for (const name of ["changePartner", "suspendPartner", "resumePartner"] as const)
      expect((await act(name, { id }, office)).code).toBe("FORBIDDEN");
    expect((await act("addPartnerKey", { id, key: aKey().text }, office)).code).toBe("FORBIDDEN");
  });

  it("shows a guardian who has linked it its name, and nothing of its keys or its rights", async () => {
    const { id } = await givenPartner({ redirectUris: ["https://bank.example/linked"] });
    const guardian = { name: "林志明", nationalId: "Q122300889", email: `${newId()}@example.com` };
    const { subjectId } = await givenBoundGuardian(identity, guardian);
    const at = identity.clock.now();
    await identity.rows(
      `insert into wallet_link (id, account_id, client_id, scopes, since, expires_at)
       values (?, ?, ?, '{bills:read}', ?, ?)`,
      [newId(), subjectId, id, at, new Date(at.getTime() + 60 * 60_000)],
    );
    const viewer = signedIn(subjectId, { role: "GUARDIAN" });
    const linked = (fields: string) =>
      identity.execute(viewer, `{ myWalletLinks { partner { ${fields} } } }`);
    expect((await linked("id name")).data.myWalletLinks).toEqual([{ partner: { id, name: "台北富邦銀行" } }]);
    for (const field of ["keys { id }", "scopes", "channels", "redirectUris", "registeredAt"])
      expect(codeOf(await linked(field))).toBe("FORBIDDEN");
  });
});
