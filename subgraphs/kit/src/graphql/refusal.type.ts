import { Directive, Field, ObjectType } from "type-graphql";
import type { Context } from "../context.js";
import { type Refusal, type RefusalSentences, sentenceOf } from "../refusals/refusal.js";
import { kitRefusals } from "./kit-refusals.js";

/** An expected no, as data: only a row of a bulk act carries one so; everywhere else it is an error. */
@Directive("@shareable")
@ObjectType("Refusal", {
  description: "Why one row of a bulk act was refused. A single act gives it as an error.",
})
export class RefusalType {
  @Field(() => String, { description: "The stable code, as in an error's extensions.code." })
  code!: string;

  @Field(() => String, { description: "A sentence for the person who asks, in their language." })
  message!: string;
}

/** The refusal in the viewer's language. */
export function presentRefusal(
  { viewer }: Context,
  refusal: Refusal,
  sentences: RefusalSentences,
): RefusalType {
  const message =
    sentenceOf(sentences, refusal, viewer.language) ?? sentenceOf(kitRefusals, refusal, viewer.language);
  if (!message) throw new Error(`The refusal ${refusal.code} has no words.`, { cause: refusal });
  return { code: refusal.code, message };
}
