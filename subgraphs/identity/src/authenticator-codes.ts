import { timingSafeEqual } from "node:crypto";
import { generateSecret, generateSync, generateURI } from "otplib";

/** Codes of an authenticator app (RFC 6238): six digits, a new one every half minute. */
const periodS = 30;
/** A telephone's clock may be half a minute off, and a code is typed late. */
const driftSteps = 1;

/** 160 bits in Base32, as apps take them. */
export function drawAuthenticatorSecret(): string {
  return generateSecret();
}

/** What an app reads from the picture. */
export function authenticatorUri(secret: string, login: string, issuer: string): string {
  return generateURI({ issuer, label: login, secret, period: periodS });
}

/** The step whose code this is, now or next to now; null for any other. All three are compared, whichever it is. */
export function stepOfCode(secret: string, code: string, now: Date): number | null {
  const current = Math.floor(now.getTime() / 1_000 / periodS);
  let found: number | null = null;
  for (let step = current - driftSteps; step <= current + driftSteps; step++)
    if (isSame(generateSync({ secret, period: periodS, epoch: step * periodS }), code)) found = step;
  return found;
}

function isSame(expected: string, given: string): boolean {
  const [one, other] = [Buffer.from(expected), Buffer.from(given)];
  return one.length === other.length && timingSafeEqual(one, other);
}
