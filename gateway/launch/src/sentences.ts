import type { terminalLanguage } from "./terminal.js";

export type Language = ReturnType<typeof terminalLanguage>;

/** The same words in each language; without one of them a sentence does not compile. */
export type Words = Readonly<Record<Language, string>>;

/** What a command prints, by name. `{name}` stands for a detail. */
export type Sentences = Readonly<Record<string, Words>>;

export type Details = Readonly<Record<string, string | number>>;

/** Sentences in the operator's language, their details filled in. */
export function translatorOf<Name extends string>(
  sentences: Readonly<Record<Name, Words>>,
  language: Language,
) {
  return (name: Name, details: Details = {}): string => fill(sentences[name][language], details);
}

export function fill(sentence: string, details: Details): string {
  return sentence.replace(/\{(\w+)\}/g, (_, name: string) => String(details[name] ?? ""));
}
