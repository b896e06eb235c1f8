import type { Composition } from "../compose.js";

/** Composition hints that were looked at and found right: code → a part of the message, and why it may stay. */
export const reviewedHints: readonly { code: string; about: string; why: string }[] = [];

/** Hints that nobody has reviewed, and reviews of hints that no longer come. */
export function unreviewedHints(
  hints: Composition["hints"],
  reviewed: readonly { code: string; about: string }[] = reviewedHints,
): string[] {
  const isReviewOf = (hint: { code: string; message: string }, review: { code: string; about: string }) =>
    hint.code === review.code && hint.message.includes(review.about);
  return [
    ...hints
      .filter((hint) => !reviewed.some((review) => isReviewOf(hint, review)))
      .map(({ code, message }) => `${code}: ${message}`),
    ...reviewed
      .filter((review) => !hints.some((hint) => isReviewOf(hint, review)))
      .map(({ code, about }) => `the review of ${code} (${about}) stands for no hint: take it out`),
  ];
}
