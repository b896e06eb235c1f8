import { randomInt } from "node:crypto";

/** No 0, O, 1, I or L: what is read from a screen is typed right. */
const alphabet = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
const length = 8;

export const codeLifeMs = 60 * 60_000;
export const triesPerCode = 5;

/** A new code, every one of the 31⁸ as likely as any other. */
export function drawCode(): string {
  return Array.from({ length }, () => alphabet[randomInt(alphabet.length)]).join("");
}

/** What a person typed, in the form in which codes are compared: small letters, spaces and dashes do no harm. */
export function readCode(typed: string): string {
  return typed.normalize("NFKC").replace(/[\s-]/g, "").toUpperCase().slice(0, 64);
}
