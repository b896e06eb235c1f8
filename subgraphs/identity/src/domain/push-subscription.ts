import { ECDH } from "node:crypto";
import { BadInput, type Words } from "@campus-graph/kit/refusals/refusal";

/** Where a browser is pushed to, and with which keys (RFC 8030, RFC 8291). */
export interface PushTarget {
  /** An address of the browser's push service: whoever knows it, and our key, can push there. */
  endpoint: string;
  /** The browser's public key, an uncompressed point of P-256; base64url. */
  p256dh: string;
  /** Its secret of sixteen bytes; base64url. */
  auth: string;
  /** Ours, that the subscription was made with. */
  serverKey: string;
}

/** Those of today's push services have some hundreds of characters. */
const longestEndpoint = 2_000;
const authBytes = 16;

/** The keys as the standard has them; refuses (BAD_INPUT) others, which no message could be encrypted with. */
export function checkPushTarget({ endpoint, p256dh, auth }: PushTarget): void {
  if (endpoint.length > longestEndpoint)
    throw new BadInput({ field: "input.endpoint", rule: rules.endpoint });
  if (bytesOf(auth)?.length !== authBytes) throw new BadInput({ field: "input.auth", rule: rules.auth });
  if (!isPoint(bytesOf(p256dh))) throw new BadInput({ field: "input.p256dh", rule: rules.p256dh });
}

function isPoint(bytes: Buffer | null): boolean {
  try {
    return bytes?.length === 65 && Boolean(ECDH.convertKey(bytes, "prime256v1"));
  } catch {
    return false;
  }
}

/** Null where something else than base64url stands in it. */
function bytesOf(text: string): Buffer | null {
  return /^[\w-]{1,128}={0,2}$/.test(text) ? Buffer.from(text, "base64url") : null;
}

const rules = {
  endpoint: {
    "zh-TW": `請填寫瀏覽器所給的推播網址，最多 ${longestEndpoint} 個字元。`,
    en: `Give the endpoint of the browser's subscription, ${longestEndpoint} characters at most.`,
  },
  auth: {
    "zh-TW": "請填寫瀏覽器所給的 auth（16 位元組，base64url）。",
    en: "Give the subscription's auth: sixteen bytes in base64url.",
  },
  p256dh: {
    "zh-TW": "請填寫瀏覽器所給的 p256dh（P-256 未壓縮公鑰，base64url）。",
    en: "Give the subscription's p256dh: an uncompressed point of P-256 in base64url.",
  },
} satisfies Record<string, Words>;
