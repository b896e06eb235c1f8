import { sha256 } from "./sealed-form.js";

/**
 * What a guardian is told before a child's data is used, by the six items of 個人資料保護法 §8 I.
 * A published version is never edited: a change of words is a new version, to which everybody agrees anew.
 */
export interface ConsentNotice {
  readonly version: string;
  readonly title: string;
  /** The six items in short, in the law's order. */
  readonly summary: readonly string[];
  readonly body: string;
}

/** SHA-256 over every word of the notice. */
export function digestOf({ version, title, summary, body }: ConsentNotice): string {
  return sha256([version, title, ...summary, body].join("\n"));
}
