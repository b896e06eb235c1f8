import { generateKeyPairSync } from "node:crypto";

export type PrivateJwk = Record<string, string>;

/** A partner's key pair, as it would keep it itself. */
export function keyPair(kid: string): PrivateJwk {
  const { privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  return { ...(privateKey.export({ format: "jwk" }) as PrivateJwk), kid, alg: "ES256", use: "sig" };
}

export function publicHalf({ d: _, ...jwk }: PrivateJwk): PrivateJwk {
  return jwk;
}

/** The wallet's two keys: the old one is still good while the new one is brought in. */
export const walletKeys = { old: keyPair("wallet-1"), new: keyPair("wallet-2") };

/** A key that payments was never given. */
export const strangeKey = keyPair("wallet-1");

/** The key of every other partner, with which nobody here signs. */
export const strangeBankKey = keyPair("bank-1");
