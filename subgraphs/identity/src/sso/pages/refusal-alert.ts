import { kitRefusals } from "@campus-graph/kit/graphql/kit-refusals";
import { type Language, type Refusal, sentenceOf, TooManyAttempts } from "@campus-graph/kit/refusals/refusal";
import { Interrupted } from "@campus-graph/kit/sql/interruption";
import { FormTooLarge } from "../../domain/refusals.js";
import { refusals } from "../../refusals.js";
import type { Page } from "./layout.js";

/** What a page says of a refusal. */
export function alertOf(refusal: Refusal, language: Language): NonNullable<Page["alert"]> {
  const sentence = sentenceOf(refusals, refusal, language) ?? sentenceOf(kitRefusals, refusal, language);
  return { code: refusal.code, sentence: sentence ?? refusal.code };
}

/** The HTTP status that a page with a refusal has. */
export function statusOf(refusal: Refusal): number {
  if (refusal instanceof TooManyAttempts) return 429;
  if (refusal instanceof Interrupted) return 503;
  return refusal instanceof FormTooLarge ? 413 : 422;
}
