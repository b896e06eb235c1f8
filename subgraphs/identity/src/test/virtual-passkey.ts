import { createHash, createSign, generateKeyPairSync, type KeyObject, randomBytes } from "node:crypto";
import type { Browser } from "./browser.js";

/** What a test may have the device, or the browser, do wrongly. */
export interface Wrongly {
  origin?: string;
  host?: string;
  challenge?: string;
  isVerified?: boolean;
  count?: number;
}

/** A device with one passkey, written from WebAuthn and RFC 9053 and not from our library. */
export class VirtualPasskey {
  readonly #key: KeyObject;
  readonly #publicPoint: { x: Buffer; y: Buffer };
  readonly id = randomBytes(32);
  count = 0;

  constructor(readonly site: string) {
    const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
    const { x = "", y = "" } = publicKey.export({ format: "jwk" });
    this.#key = privateKey;
    this.#publicPoint = { x: Buffer.from(x, "base64url"), y: Buffer.from(y, "base64url") };
  }

  /** What the browser answers when it is asked to make one. */
  create(options: { challenge: string }, wrongly: Wrongly = {}): string {
    const { x, y } = this.#publicPoint;
    // COSE: kty EC2, alg ES256, crv P-256, x, y.
    const cose = Buffer.concat([
      Buffer.from("a5010203262001215820", "hex"),
      x,
      Buffer.from("225820", "hex"),
      y,
    ]);
    const length = Buffer.alloc(2);
    length.writeUInt16BE(this.id.length);
    const credential = Buffer.concat([Buffer.alloc(16), length, this.id, cose]);
    const data = this.#authenticatorData(wrongly, 0x40, credential);
    const attestation = Buffer.concat([
      Buffer.from("a3", "hex"),
      text("fmt"),
      text("none"),
      text("attStmt"),
      Buffer.from("a0", "hex"),
      text("authData"),
      bytes(data),
    ]);
    return this.#answer(options, wrongly, "webauthn.create", {
      attestationObject: attestation.toString("base64url"),
      transports: ["internal"],
    });
  }

  /** What it answers when it is asked who is there. */
  get(options: { challenge: string }, wrongly: Wrongly = {}): string {
    this.count += 1;
    const data = this.#authenticatorData(wrongly);
    const client = this.#clientData(options, wrongly, "webauthn.get");
    const signed = Buffer.concat([data, createHash("sha256").update(client).digest()]);
    return this.#answer(options, wrongly, "webauthn.get", {
      authenticatorData: data.toString("base64url"),
      signature: createSign("sha256").update(signed).sign(this.#key).toString("base64url"),
    });
  }

  #authenticatorData(
    { host, isVerified = true, count = this.count }: Wrongly,
    flags = 0,
    further = Buffer.alloc(0),
  ): Buffer {
    const rpId = createHash("sha256")
      .update(host ?? new URL(this.site).hostname)
      .digest();
    const counter = Buffer.alloc(4);
    counter.writeUInt32BE(count);
    return Buffer.concat([rpId, Buffer.from([0x01 | (isVerified ? 0x04 : 0) | flags]), counter, further]);
  }

  #clientData(options: { challenge: string }, { origin, challenge }: Wrongly, type: string): string {
    return JSON.stringify({
      type,
      challenge: challenge ?? options.challenge,
      origin: origin ?? new URL(this.site).origin,
      crossOrigin: false,
    });
  }

  #answer(options: { challenge: string }, wrongly: Wrongly, type: string, response: object): string {
    const id = this.id.toString("base64url");
    const clientDataJSON = Buffer.from(this.#clientData(options, wrongly, type)).toString("base64url");
    const extensions = { clientExtensionResults: {}, authenticatorAttachment: "platform" };
    return JSON.stringify({
      id,
      rawId: id,
      type: "public-key",
      ...extensions,
      response: { clientDataJSON, ...response },
    });
  }
}

/** CBOR (RFC 8949) of a short text, and of bytes. */
function text(value: string): Buffer {
  return Buffer.concat([Buffer.from([0x60 + value.length]), Buffer.from(value)]);
}

function bytes(value: Buffer): Buffer {
  const head = Buffer.alloc(3);
  head[0] = 0x59;
  head.writeUInt16BE(value.length, 1);
  return Buffer.concat([head, value]);
}

/** What a page has the browser ask of a passkey. */
export function optionsIn({ text }: Pick<Browser, "text">): { challenge: string } & Record<string, unknown> {
  const [, options] = /data-options="([^"]+)"/.exec(text) ?? [];
  if (!options) throw new Error(`The page asks for no passkey: ${text}`);
  return JSON.parse(options.replaceAll("&quot;", '"').replaceAll("&amp;", "&").replaceAll("&#39;", "'"));
}
