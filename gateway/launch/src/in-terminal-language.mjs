/** The one of both texts that the terminal's language wants; for what runs before anything is built. */
export function inTerminalLanguage(texts, { LC_ALL, LC_MESSAGES, LANG } = process.env) {
  return (LC_ALL || LC_MESSAGES || LANG || "").startsWith("zh") ? texts["zh-TW"] : texts.en;
}
