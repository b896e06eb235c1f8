/** Encrypted content coding for HTTP (RFC 8188), as far as we use it. */
declare module "http_ece" {
  import type { ECDH } from "node:crypto";

  interface EncryptParameters {
    version: "aes128gcm";
    /** Ours, for this message alone. */
    privateKey: ECDH;
    /** The browser's public key. */
    dh: Buffer;
    authSecret: Buffer;
    /** So many bytes longer than it is. */
    pad: number;
  }
  export function encrypt(plain: Buffer, parameters: EncryptParameters): Buffer;
}
