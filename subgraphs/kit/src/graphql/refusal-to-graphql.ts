import { GraphQLError, type GraphQLFormattedError } from "graphql";
import type { Context } from "../context.js";
import {
  BadInput,
  detailsIn,
  Refusal,
  type RefusalSentences,
  sentenceOf,
  type Words,
} from "../refusals/refusal.js";
import { Interrupted, isInterruption } from "../sql/interruption.js";
import { kitRefusals } from "./kit-refusals.js";

const unexpected = {
  "zh-TW": "系統發生未預期的錯誤，請稍後再試。",
  en: "Something went wrong on our side. Please try again later.",
};

/**
 * What leaves the subgraph for an error: a stable code, a sentence in the viewer's language, the trace id, and for
 * refusals their details. What the database could not do just now becomes TRY_AGAIN, an unknown error as INTERNAL;
 * both are logged whole.
 */
export function presentError(
  error: GraphQLError,
  context: Pick<Context, "viewer" | "traceId" | "log">,
  sentences: RefusalSentences,
): GraphQLFormattedError {
  const { language } = context.viewer;
  const cause = error.originalError ?? undefined;
  const place = {
    ...(error.locations && { locations: error.locations }),
    ...(error.path && { path: error.path }),
  };
  const isInterrupted = isInterruption(cause);
  if (isInterrupted)
    context.log.warn({ err: cause, traceId: context.traceId, path: error.path }, "an act was interrupted");
  const refusal = isInterrupted
    ? new Interrupted()
    : isOutput(error)
      ? undefined
      : withPlace(refusalOf(cause), error);
  if (refusal) {
    const message = sentenceOf(sentences, refusal, language) ?? sentenceOf(kitRefusals, refusal, language);
    if (!message) throw new Error(`The refusal ${refusal.code} has no words.`, { cause: refusal });
    return {
      message,
      ...place,
      extensions: { code: refusal.code, ...detailsIn(refusal, language), traceId: context.traceId },
    };
  }
  if (!isOutput(error) && (!cause || cause instanceof GraphQLError)) {
    // The executor's own words about the operation: a variable of the wrong type, an unknown argument.
    const code = typeof error.extensions.code === "string" ? error.extensions.code : "BAD_USER_INPUT";
    return { message: error.message, ...place, extensions: { code, traceId: context.traceId } };
  }
  context.log.error({ err: cause, traceId: context.traceId, path: error.path }, "a resolver failed");
  return {
    message: unexpected[language],
    ...place,
    extensions: { code: "INTERNAL", traceId: context.traceId },
  };
}

/** A scalar knows only its own name: who sent the value is told the argument, or the field of an input, that it stood in. */
function withPlace(refusal: Refusal | undefined, error: GraphQLError): Refusal | undefined {
  if (!(refusal instanceof BadInput) || !/^[A-Z]/.test(String(refusal.details.field))) return refusal;
  const field = placeIn(error);
  const { rule } = refusal.details;
  return field === undefined ? refusal : new BadInput({ field, rule: rule as Words });
}

/** The executor names a variable and the place in it; where a literal stood is found in the document's own text. */
function placeIn({ message, source, positions }: GraphQLError): string | undefined {
  const within = / at "(?:[^"]*\.)?(\w+)(?:\[\d+\])*"; /.exec(message)?.[1];
  const body = source?.body ?? "";
  const variable = /^Variable "\$(\w+)"/.exec(message)?.[1];
  if (within !== undefined && within !== variable) return within;
  if (variable !== undefined)
    return new RegExp(`(\\w+)\\s*:\\s*\\$${variable}\\b`).exec(body)?.[1] ?? variable;
  return /(\w+)\s*:\s*\[?\s*$/.exec(body.slice(0, positions?.[0] ?? 0))?.[1];
}

/**
 * Whether a field had a value that its type cannot write: that is ours to mend, not its reader's. The executor reports it
 * as it reports a wrong argument, but with no place in the operation's text.
 */
function isOutput({ path, originalError }: GraphQLError): boolean {
  return path !== undefined && originalError instanceof GraphQLError && originalError.nodes === undefined;
}

/** A refusal thrown inside a transaction may come wrapped as another error's cause, a scalar's in the executor's words. */
export function refusalOf(error: unknown): Refusal | undefined {
  if (error instanceof Refusal) return error;
  if (error instanceof GraphQLError) return refusalOf(error.originalError);
  return error instanceof Error && error.cause ? refusalOf(error.cause) : undefined;
}
