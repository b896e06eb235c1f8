import { hash, randomInt } from "node:crypto";
import type { CodeDelivery } from "./contact.js";

/** No 0, O, 1, I or L: what is read from a screen is typed right. */
const alphabet = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
const length = 8;

/** How long a code is good. A text message is read at once, and is read on a locked telephone too. */
export const codeLifeMs: Readonly<Record<CodeDelivery, number>> = { EMAIL: 60 * 60_000, SMS: 10 * 60_000 };
export const triesPerCode = 5;

/** A new code, every one of the 31⁸ as likely as any other. */
export function drawCode(): string {
  return Array.from({ length }, () => alphabet[randomInt(alphabet.length)]).join("");
}

/** What a person typed, in the form in which codes are compared: small letters, spaces, dashes and what nobody can see do no harm. */
export function readCode(typed: string): string {
  return typed
    .slice(0, 256)
    .normalize("NFKC")
    .replace(/[\s\p{Pd}\p{Cf}]/gu, "")
    .toUpperCase()
    .slice(0, 64);
}

/** Four characters that stand in the mail and on the page that asks for its code, so that both can be told to belong together. */
export function referenceOf(challengeId: string): string {
  const bytes = hash("sha256", `reference:${challengeId}`, "buffer");
  return Array.from(bytes.subarray(0, 4), (byte) => alphabet[byte % alphabet.length]).join("");
}
