import { createHmac } from "node:crypto";
import type { Browser } from "./browser.js";

/** A telephone with an authenticator app, written from RFC 6238 and RFC 4648 and not from our library. */
export class Authenticator {
  constructor(readonly secret: string) {}

  /** The code that it shows at a moment. */
  code(at: Date): string {
    const counter = Buffer.alloc(8);
    counter.writeBigUInt64BE(BigInt(Math.floor(at.getTime() / 30_000)));
    const mac = createHmac("sha1", bytesOf(this.secret)).update(counter).digest();
    const offset = mac[mac.length - 1]! & 15;
    const number = mac.readUInt32BE(offset) & 0x7fffffff;
    return String(number % 1_000_000).padStart(6, "0");
  }

  /** By the key that a page shows. */
  static readFrom({ text }: Pick<Browser, "text">): Authenticator {
    const [, shown = ""] = /data-secret>([A-Z2-7 ]+)</.exec(text) ?? [];
    if (shown === "") throw new Error(`The page shows no key: ${text}`);
    return new Authenticator(shown.replaceAll(" ", ""));
  }
}

function bytesOf(base32: string): Buffer {
  let bits = "";
  for (const letter of base32)
    bits += "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(letter).toString(2).padStart(5, "0");
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
}

/** The codes for when it is lost, as the page shows them. */
export function recoveryCodesIn({ text }: Pick<Browser, "text">): string[] {
  const [, list = ""] = /data-recovery-codes>(.*?)<\/ul>/s.exec(text) ?? [];
  return [...list.matchAll(/<li>([^<]+)<\/li>/g)].map(([, code]) => code!);
}
