import type { Language } from "../refusals/refusal.js";

type Environment = Readonly<Record<string, string | undefined>>;

/** The language of a terminal, by the variables that POSIX has for it. */
export function terminalLanguage({ LC_ALL, LC_MESSAGES, LANG }: Environment): Language {
  return (LC_ALL || LC_MESSAGES || LANG || "").startsWith("zh") ? "zh-TW" : "en";
}
