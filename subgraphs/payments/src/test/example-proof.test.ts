import { createHash, createPrivateKey, createPublicKey } from "node:crypto";
import { readFileSync } from "node:fs";
import canonicalize from "canonicalize";
import type { JWK } from "jose";
import { describe, expect, it } from "vitest";
import type { Partner } from "../domain/partner.js";
import { verifyProof } from "../partners/verify-proof.js";

/** What the guide for partners shows, so that a program in any language can be held to it. */
const example = JSON.parse(readFileSync(new URL("../../example-proof.json", import.meta.url), "utf8")) as {
  privateKey: JWK & { kid: string };
  input: Readonly<Record<string, string | number>>;
  now: string;
  canonical: string;
  canonicalBase64url: string;
  protectedHeader: object;
  protected: string;
  signingInput: string;
  signature: string;
  signatureHex: string;
  proof: string;
  signatureAsDer: string;
};
const { kid, d: _, ...publicJwk } = example.privateKey;
const partner = { keys: [{ ...publicJwk, kid }] } as unknown as Partner;
/** As the mutation hands it on: times as `toISOString` writes them. */
const input = { ...example.input, paidAt: new Date(example.input.paidAt!).toISOString() };
const now = new Date(example.now);

const verified = (proof: string, given: object = input) =>
  verifyProof(partner, { operation: "notifyPayment", input: given, proof, now });

describe("the example of a proof in the guide for partners", () => {
  it("is good for its own input", async () => {
    await expect(verified(example.proof)).resolves.toBeUndefined();
  });

  it("is good for no other, and at no other time", async () => {
    await expect(verified(example.proof, { ...input, amount: 4731 })).rejects.toMatchObject({
      details: { fault: "SIGNATURE" },
    });
    const later = new Date(now.getTime() + 11 * 60_000);
    await expect(
      verifyProof(partner, { operation: "notifyPayment", input, proof: example.proof, now: later }),
    ).rejects.toMatchObject({ code: "CLOCK_SKEW" });
  });

  it("is told to be DER where the same r and s are written so", async () => {
    await expect(verified(`${example.protected}..${example.signatureAsDer}`)).rejects.toMatchObject({
      code: "BAD_SIGNATURE",
      details: { fault: "SIGNATURE_DER" },
    });
  });

  it("is made of the parts that stand beside it", () => {
    const base64url = (text: string) => Buffer.from(text).toString("base64url");
    expect(example.canonical).toBe(canonicalize(input));
    expect(example.canonicalBase64url).toBe(base64url(example.canonical));
    expect(example.protected).toBe(base64url(JSON.stringify(example.protectedHeader)));
    expect(example.signingInput).toBe(`${example.protected}.${example.canonicalBase64url}`);
    expect(Buffer.from(example.signature, "base64url")).toHaveLength(64);
    expect(example.signatureHex).toBe(Buffer.from(example.signature, "base64url").toString("hex"));
    expect(example.proof).toBe(`${example.protected}..${example.signature}`);
    const { crv, kty, x, y } = example.privateKey;
    expect(kid).toBe(createHash("sha256").update(JSON.stringify({ crv, kty, x, y })).digest("base64url"));
    const derived = createPublicKey(createPrivateKey({ key: example.privateKey, format: "jwk" }));
    expect(derived.export({ format: "jwk" })).toMatchObject({ x, y });
  });
});
