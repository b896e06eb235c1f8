import { createPrivateKey, type KeyObject } from "node:crypto";
import type { JsonWebKeySet } from "@campus-graph/kit/auth/keys";

/** A key pair by which push services know the city (VAPID, RFC 8292). */
export interface ServerKey {
  /** As browsers subscribe with it: an uncompressed point of P-256, base64url. */
  publicKey: string;
  privateKey: KeyObject;
}

/** The first one is what browsers subscribe with from now on; the others serve what was subscribed with them. */
export function readServerKeys(set: JsonWebKeySet): readonly ServerKey[] {
  return set.keys.map((jwk) => {
    const { crv, x = "", y = "", d } = jwk;
    if (crv !== "P-256" || !d) throw new Error("The key set pushJwks holds private keys of P-256 alone.");
    const point = [Buffer.of(4), Buffer.from(x, "base64url"), Buffer.from(y, "base64url")];
    return {
      publicKey: Buffer.concat(point).toString("base64url"),
      privateKey: createPrivateKey({ key: jwk, format: "jwk" }),
    };
  });
}
