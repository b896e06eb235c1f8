type Environment = Readonly<Record<string, string | undefined>>;

/** The language of a terminal, by the variables that POSIX has for it; as the services read it, of which the launcher knows none. */
export function terminalLanguage({ LC_ALL, LC_MESSAGES, LANG }: Environment): "zh-TW" | "en" {
  return (LC_ALL || LC_MESSAGES || LANG || "").startsWith("zh") ? "zh-TW" : "en";
}
