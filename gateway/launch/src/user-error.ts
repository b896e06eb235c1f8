import { type Details, fill, type Language, type Words } from "./sentences.js";

/** What is wrong, and what to do about it, a sentence each. */
export interface Advice {
  what: string;
  remedy: string;
}

/** Something that the person at the keyboard can mend: shown as two sentences, what is wrong and what to do, no stack. */
export class UserError extends Error {
  constructor(readonly advice: Readonly<Record<Language, Advice>>) {
    super(`${advice.en.what} ${advice.en.remedy}`);
  }
}

const divider = "\n→ ";

/** Makes errors of a table whose sentences say what is wrong and, on a line of its own behind an arrow, what to do. */
export function userErrorsOf<Name extends string>(words: Readonly<Record<Name, Words>>) {
  return (name: Name, details: Details = {}): UserError => {
    const adviceIn = (language: Language): Advice => {
      const [what = "", remedy = ""] = words[name][language].split(divider);
      return { what: fill(what, details), remedy: fill(remedy, details) };
    };
    return new UserError({ en: adviceIn("en"), "zh-TW": adviceIn("zh-TW") });
  };
}

/** All that is known to be wrong, so that nobody mends one thing per start. */
export class UserErrors extends Error {
  constructor(readonly all: readonly UserError[]) {
    super(all.map(({ message }) => message).join("\n"));
  }
}

/** The same sentence from several services counts once. */
export function distinct(errors: readonly UserError[]): UserError[] {
  return [...new Map(errors.map((error) => [error.advice.en.what, error])).values()];
}

/** Throws what there is. */
export function throwAny(errors: readonly UserError[]): void {
  if (errors.length > 0) throw new UserErrors(distinct(errors));
}
