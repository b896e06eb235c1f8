/** The languages in which the graph speaks to people. */
export type Language = "zh-TW" | "en";

/** The same words in each of them. */
export type Words = Readonly<Record<Language, string>>;

type Detail = string | number | boolean | null;

/** What the caller needs to go on. Words are told in the caller's language, wherever they are told. */
export type RefusalDetails = Readonly<Record<string, Detail | Words>>;

/**
 * An expected no. Domain code and use cases throw it; only the edge knows how GraphQL says it.
 * `code` is part of the public contract and never changes its meaning; `details` is what the caller needs to go on.
 */
export abstract class Refusal extends Error {
  abstract readonly code: string;

  constructor(readonly details: RefusalDetails = {}) {
    super(new.target.name);
    this.name = new.target.name;
  }
}

/** Code → the sentence a person reads. `{name}` stands for a detail. */
export type RefusalSentences = Readonly<Record<string, Words>>;

/**
 * The codes of the refusals that modules export, `CodesOf<typeof import("./domain/refusals.js")>`: a table of words that is
 * mapped over them does not compile while one has no words, or words stand for none.
 */
export type CodesOf<Module> = {
  [Name in keyof Module]: Module[Name] extends abstract new (
    ...args: never[]
  ) => { readonly code: infer Code extends string }
    ? string extends Code
      ? never
      : Code
    : never;
}[keyof Module];

/** The sentence of a refusal in one language, details filled in; undefined when the code has no words. */
export function sentenceOf(
  sentences: RefusalSentences,
  refusal: Refusal,
  language: Language,
): string | undefined {
  const details = detailsIn(refusal, language);
  return sentences[refusal.code]?.[language].replace(/\{(\w+)\}/g, (_, name) => String(details[name] ?? ""));
}

/** A refusal's details for a reader of one language. */
export function detailsIn({ details }: Refusal, language: Language): Readonly<Record<string, Detail>> {
  return Object.fromEntries(
    Object.entries(details).map(([name, detail]) => [
      name,
      typeof detail === "object" && detail !== null ? detail[language] : detail,
    ]),
  );
}

/** No valid sign-in came with the request. */
export class Unauthenticated extends Refusal {
  readonly code = "UNAUTHENTICATED";
}

/** Signed in, but not for this. */
export class Forbidden extends Refusal {
  readonly code = "FORBIDDEN";
}

/** The session may do nothing but change its password. */
export class MustChangePassword extends Refusal {
  readonly code = "MUST_CHANGE_PASSWORD";
}

/** They may do this, once they have given their second factor anew; it counts for `freshForSeconds`. */
export class SecondFactorRequired extends Refusal {
  readonly code = "SECOND_FACTOR_REQUIRED";

  constructor(details: { freshForSeconds: number }) {
    super(details);
  }
}

/**
 * An argument breaks a rule that the schema cannot state. `field` names the argument; `rule` is a sentence that says
 * what to write instead. Rules that many arguments share stand in `input-rules.ts`.
 */
export class BadInput extends Refusal {
  readonly code = "BAD_INPUT";

  constructor(details: { field: string; rule: Words }) {
    super(details);
  }
}

/** The thing named does not exist, or not for this viewer: the two are never told apart. */
export class NotFound extends Refusal {
  readonly code = "NOT_FOUND";
}

/** The cursor is another's, altered, or ahead of the list. */
export class InvalidCursor extends Refusal {
  readonly code = "INVALID_CURSOR";
}

/** The cursor is from before the database was restored: read the list anew. */
export class ResyncRequired extends Refusal {
  readonly code = "RESYNC_REQUIRED";
}

/** The same idempotency key came with other content. */
export class IdempotencyConflict extends Refusal {
  readonly code = "IDEMPOTENCY_CONFLICT";
}

/** Too many tries; `retryAfterSeconds` says when to come back. */
export class TooManyAttempts extends Refusal {
  readonly code = "TOO_MANY_ATTEMPTS";

  constructor(details: { retryAfterSeconds: number }) {
    super(details);
  }
}

/** A sealed token (match, declaration) is altered, expired, or another's. */
export class InvalidToken extends Refusal {
  readonly code = "INVALID_TOKEN";
}
