/** A payer's guesses, by the partner's name for the payer: so many misses in an hour, and no further. */
export const payerMissRule = { scope: "billByAccountNumber", limit: 20, windowMs: 60 * 60_000 };

/**
 * A partner's own guesses, whoever its payers are said to be. Payers mistype, so a partner is slowed only when more than
 * one number in twenty is a miss; then one miss a second is answered as one. Finds are answered as ever, and no partner is
 * shut out: that a number is withheld tells no less than that there is none, so what ends a guesser is the alarm.
 */
export const partnerMissRule = {
  /** Of fewer questions no share is made. */
  fewestAsked: 20,
  largestShare: 0.05,
  /** The time between two answered misses while there are too many. */
  paceMs: 1_000,
  /** A question counts half after this time, so that an honest partner's bad hour is forgotten. */
  halfLifeMs: 30 * 60_000,
} as const;

/** Whether the share of misses is too large. */
export function missesTooMuch({ asked, missed }: { asked: number; missed: number }): boolean {
  return asked >= partnerMissRule.fewestAsked && missed > partnerMissRule.largestShare * asked;
}
