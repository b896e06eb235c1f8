import type { JsonWebKeySet } from "@campus-graph/kit/auth/keys";
import { type CryptoKey, importJWK } from "jose";

/** What a token is signed with at this moment, and the name of that key for its header. */
interface Signer {
  key: CryptoKey | Uint8Array;
  kid: { kid: string } | Record<string, never>;
}

/** The first key of a set signs, and is looked at anew for each token: keys are rotated while everything runs. */
export async function createSigner(set: JsonWebKeySet, name: string): Promise<() => Promise<Signer>> {
  let imported: { from: JsonWebKeySet["keys"][number]; signer: Promise<Signer> } | undefined;
  const signer = async () => {
    const [from] = set.keys;
    if (!from) throw new Error(`The key set ${name} is empty.`);
    if (imported?.from !== from) imported = { from, signer: importSigner(from) };
    return imported.signer;
  };
  await signer();
  return signer;
}

async function importSigner(jwk: JsonWebKeySet["keys"][number]): Promise<Signer> {
  return { key: await importJWK(jwk, "ES256"), kid: jwk.kid ? { kid: jwk.kid } : {} };
}

/** The keys by which tokens are believed: the public halves of all, the next one and the retired ones too. */
export function publicKeysOf(set: JsonWebKeySet): { keys: object[] } {
  return {
    keys: set.keys.map(({ kty, crv, x, y, kid }) => {
      return { kty, crv, x, y, ...(kid ? { kid } : {}), alg: "ES256", use: "sig" };
    }),
  };
}

/** The same with their private halves, for the provider, which signs with the first. */
export function privateKeysOf(set: JsonWebKeySet): { keys: object[] } {
  const { keys } = publicKeysOf(set);
  return { keys: keys.map((key, index) => ({ ...key, d: set.keys[index]?.d })) };
}
