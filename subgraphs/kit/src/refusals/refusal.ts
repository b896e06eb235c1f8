import { textSentences } from "../text/sentences.js";

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

/** The words of the refusals that every subgraph can give. */
export const kitRefusals: RefusalSentences = {
  ...textSentences,
  UNAUTHENTICATED: { "zh-TW": "請先登入。", en: "Please sign in first." },
  FORBIDDEN: { "zh-TW": "您沒有使用這項功能的權限。", en: "You are not allowed to do this." },
  MUST_CHANGE_PASSWORD: {
    "zh-TW": "請先變更初始密碼，再使用其他功能。",
    en: "Change your initial password first; then everything else opens.",
  },
  BAD_INPUT: { "zh-TW": "「{field}」填寫有誤：{rule}", en: "“{field}” is not right. {rule}" },
  NOT_FOUND: { "zh-TW": "查無資料。", en: "Nothing was found." },
  INVALID_CURSOR: {
    "zh-TW": "讀取位置無效，請重新讀取清單。",
    en: "The cursor is not valid here. Read the list from its start.",
  },
  RESYNC_REQUIRED: {
    "zh-TW": "資料庫已還原，請重新讀取清單。",
    en: "The data was restored from a backup. Read the list from its start.",
  },
  IDEMPOTENCY_CONFLICT: {
    "zh-TW": "相同的識別鍵已用於另一筆內容，請換用新的識別鍵。",
    en: "This idempotency key was used for other content. Use a new key.",
  },
  TOO_MANY_ATTEMPTS: {
    "zh-TW": "嘗試次數過多，請於 {retryAfterSeconds} 秒後再試。",
    en: "Too many attempts. Try again in {retryAfterSeconds} seconds.",
  },
  TRY_AGAIN: {
    "zh-TW": "系統忙碌，請稍候再試。",
    en: "We are busy just now. Please try again in a moment.",
  },
  INVALID_TOKEN: {
    "zh-TW": "驗證資料已失效，請重新操作上一步。",
    en: "This proof is no longer valid. Please redo the previous step.",
  },
};
