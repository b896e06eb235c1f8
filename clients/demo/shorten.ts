const longestText = 64;
const shownEntries = 3;

/**
 * A value as a person wants to see it on a line: JSON without the quotes of names, personal data and secrets shortened,
 * long texts and lists cut.
 */
export function shorten(value: unknown, name = ""): string {
  if (typeof value === "string") return shortenText(value, name);
  if (Array.isArray(value)) return shortenList(value, name);
  if (typeof value === "object" && value !== null) {
    const isPerson = "nationalId" in value || "maskedNationalId" in value;
    const fields = Object.entries(value)
      .filter(([, field]) => field !== undefined)
      .map(([key, field]) => [key, field, isPerson && key === "name" ? "displayName" : key] as const);
    return fields.length === 0
      ? "{}"
      : `{ ${fields.map(([key, field, as]) => `${key}: ${shorten(field, as)}`).join(", ")} }`;
  }
  return String(value);
}

function shortenList(list: readonly unknown[], name: string): string {
  if (name === "strokes") return `[${list.length} strokes]`;
  const shown = list.slice(0, shownEntries).map((entry) => shorten(entry, name));
  const more = list.length > shownEntries ? [`… ${list.length - shownEntries} more`] : [];
  return `[${[...shown, ...more].join(", ")}]`;
}

/** By the field's name, for what must not stand on a screen as a whole. */
const shortened: Readonly<Record<string, (text: string) => string>> = {
  nationalId: (text) => `${text.slice(0, 3)}****${text.slice(-3)}`,
  displayName: (text) => text.replace(/^(.).*?(.?)$/u, "$1O$2"),
  mobile: (text) => `${text.slice(0, 4)}***${text.slice(-3)}`,
  email: shortenEmail,
  target: shortenEmail,
  to: shortenEmail,
  password: () => "••••••",
  code: (text) => (/^[A-Z0-9]{4}-?[A-Z0-9]{4}$/.test(text) ? `${text.slice(0, 2)}******` : text),
  content: (text) => `a sheet of ${text.trim().split("\r\n").length} lines`,
  currentPassword: () => "••••••",
  newPassword: () => "••••••••",
};
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
/** Sealed or random: only their first characters mean anything to a reader. */
const opaque = new Set([
  "token",
  "match",
  "declaration",
  "cursor",
  "after",
  "endCursor",
  "proof",
  "idempotencyKey",
]);

function shortenText(text: string, name: string): string {
  if (uuid.test(text)) return `"…${text.slice(-6)}"`;
  if (opaque.has(name)) return `"${text.slice(0, 10)}…"`;
  const seen = shortened[name]?.(text) ?? text;
  const flat = seen.replace(/\s+/g, " ");
  return `"${flat.length > longestText ? `${flat.slice(0, longestText)}…` : flat}"`;
}

function shortenEmail(text: string): string {
  const at = text.indexOf("@");
  return at < 0 ? text : `${text.slice(0, 2)}…${text.slice(at)}`;
}
