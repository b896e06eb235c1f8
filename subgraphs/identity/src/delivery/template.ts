import type { IdentityContext } from "../context.js";
import type { DeliveryKind } from "../domain/delivery.js";

/** The same in both languages of the city; letters hold both. */
export interface Bilingual {
  "zh-TW": string;
  en: string;
}

/** What a letter says, before it is laid out. */
export interface LetterContent {
  subject: Bilingual;
  paragraphs: readonly Bilingual[];
  /** Where its reader goes on: a path of the city's apps. */
  action: { label: Bilingual; path: string };
}

export type DeliveryIds = Readonly<Record<string, string>>;

/** Who is written to, as things stand when it is sent. */
export interface Recipient {
  subjectId: string;
  name: string;
}

/**
 * One occasion of writing to people: a file in `templates/`, named in their registry. It is rendered when it is sent, so
 * that a letter that has waited through the night says what is true in the morning.
 */
export interface Template<Facts = unknown> {
  /** As events name it: it keeps its name. */
  name: string;
  kind: DeliveryKind;
  /** What the letter tells, or null where it has nothing to tell any more. A child's name comes masked. */
  read: (context: IdentityContext, recipient: Recipient, ids: DeliveryIds) => Promise<Facts | null>;
  letter: (facts: Facts, recipient: Recipient) => LetterContent;
  /** One part, in Chinese; absent where no text message is sent. */
  sms?: (facts: Facts) => string;
  /**
   * The opaque id of what is to be opened, null where a list is; absent where nothing is pushed. A push says no more than
   * that and the template's name: the worker in the browser has the words.
   */
  push?: (facts: Facts) => string | null;
}

/** Keeps a template's own facts to itself. */
export function defineTemplate<Facts>(template: Template<Facts>): Template {
  return template as unknown as Template;
}
