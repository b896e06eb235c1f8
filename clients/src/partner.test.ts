import canonicalize from "canonicalize";
import { compactVerify, exportJWK, generateKeyPair } from "jose";
import { expect, it } from "vitest";
import { proofOfPayment } from "./partner.js";

it("signs the canonical payment, whatever zone its time was written in, and leaves the payment out of the proof", async () => {
  const { publicKey, privateKey } = await generateKeyPair("ES256", { extractable: true });
  const payment = {
    accountNumber: "4803006300000198",
    amount: 4730,
    channel: "EASY_WALLET",
    transactionNumber: "T1",
    paidAt: "2026-11-23T12:00:00+08:00",
  } as const;
  const jwk = { ...(await exportJWK(privateKey)), kid: "k1" };
  const [header, middle, signature] = (await proofOfPayment({ privateKey: jwk }, payment)).split(".");
  expect(middle).toBe("");

  const canonical = canonicalize({ ...payment, paidAt: "2026-11-23T04:00:00.000Z" })!;
  const whole = `${header}.${Buffer.from(canonical).toString("base64url")}.${signature}`;
  const { protectedHeader } = await compactVerify(whole, publicKey);
  expect(protectedHeader).toMatchObject({
    alg: "ES256",
    kid: "k1",
    operation: "notifyPayment",
    aud: "campus-graph",
  });
});
