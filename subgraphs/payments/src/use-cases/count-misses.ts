import { TooManyAttempts } from "@campus-graph/kit/refusals/refusal";
import type { PaymentsContext } from "../context.js";
import { missesTooMuch, partnerMissRule } from "../domain/miss-rule.js";
import { countQuestions, type Questions } from "../persistence/partner-misses.js";

/**
 * Counts what a partner asked about numbers, committed before any of it is answered. Answers how many of the misses may
 * be told: all of them, or at most one a second, shared by all copies, while the partner misses too much.
 */
export async function countMisses(context: PaymentsContext, questions: Questions): Promise<number> {
  const { partner, asked, missed } = questions;
  const { watch } = context.services;
  if (missed === 0) {
    watch.found(partner, asked);
    return 0;
  }
  const all = { ...questions, asked: asked + watch.takeFinds(partner) };
  const now = context.clock.now();
  const { isPaceFree, ...counted } = await countQuestions(context.em, all, now);
  const countedMisses = missesTooMuch(counted) ? Math.min(missed, isPaceFree ? 1 : 0) : missed;
  if (countedMisses < missed) watch.withheld(partner, missed - countedMisses, { log: context.log, now });
  return countedMisses;
}

/** What a miss beyond the pace is answered: come back in a second. */
export function withheldMiss(): TooManyAttempts {
  return new TooManyAttempts({ retryAfterSeconds: partnerMissRule.paceMs / 1000 });
}

/** Counts the finds that no miss has counted, so that every copy's miss is held against all that was found. */
export async function countFinds(context: PaymentsContext): Promise<boolean> {
  const { watch } = context.services;
  const partners = watch.findingPartners;
  for (const partner of partners) {
    const asked = watch.takeFinds(partner);
    await countQuestions(context.em, { partner, asked, missed: 0 }, context.clock.now());
  }
  return partners.length > 0;
}
