import { CompactEncrypt, compactDecrypt, exportJWK, generateKeyPair, importJWK } from "jose";

type PublicKey = Readonly<Record<string, string>>;

/** Both halves of a key that one answer is waited for with. */
export interface Reader {
  /** Tells nobody anything: it may stand in an event. */
  publicKey: PublicKey;
  /** To be kept sealed, and destroyed once the answer was read. */
  privateKey: PublicKey;
}

const [alg, enc] = ["ECDH-ES", "A256GCM"] as const;

/** For one question whose answer is personal and travels by events. */
export async function newReader(): Promise<Reader> {
  const { publicKey, privateKey } = await generateKeyPair(alg, { crv: "X25519", extractable: true });
  return {
    publicKey: (await exportJWK(publicKey)) as PublicKey,
    privateKey: (await exportJWK(privateKey)) as PublicKey,
  };
}

/** An object that whoever holds the other half can read, and nobody else: a JWE (RFC 7516). */
export async function sealForReader(publicKey: PublicKey, content: object): Promise<string> {
  return new CompactEncrypt(Buffer.from(JSON.stringify(content)))
    .setProtectedHeader({ alg, enc })
    .encrypt(await importJWK(publicKey, alg));
}

/** Throws where it was sealed for somebody else or was altered: that is a fault, never an expected no. */
export async function readSealed(privateKey: PublicKey, sealed: string): Promise<object> {
  const { plaintext } = await compactDecrypt(sealed, await importJWK(privateKey, alg), {
    keyManagementAlgorithms: [alg],
    contentEncryptionAlgorithms: [enc],
  });
  return JSON.parse(new TextDecoder().decode(plaintext)) as object;
}
