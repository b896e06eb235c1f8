import type { OldKey } from "./rotate-keys.js";

const dayMs = 24 * 60 * 60_000;

/**
 * How long what a key of the ring wrote can still come in, in days: a request half a minute, an access token five minutes,
 * an applicant's token thirty days, what one subgraph sealed for another a week; a page's cursor or the cookie by which a
 * device is known a year. What `field` sealed lies in the database until it is sealed anew, whatever the day.
 */
const usefulDays: Readonly<Record<string, number>> = {
  viewer: 1,
  ssoJwks: 1,
  match: 8,
  declaration: 8,
  staff: 8,
  applicantJwks: 31,
  cursor: 400,
  cookie: 400,
};

/** Whether the database alone says when the key is of no use any more. */
export function isFieldKey({ ring }: Pick<OldKey, "ring">): boolean {
  return ring.startsWith("field:");
}

/** Until when something that the key wrote may still come in; null: nobody wrote down when it wrote last. */
export function usefulUntil({ ring, retired }: OldKey): Date | null {
  const days = usefulDays[ring.split(":")[0]!] ?? Number.POSITIVE_INFINITY;
  return retired && new Date(retired.getTime() + Math.min(days, 100_000) * dayMs);
}
