import { charactersBetween } from "@campus-graph/kit/refusals/input-rules";
import { BadInput } from "@campus-graph/kit/refusals/refusal";
import type { PartnerKey, PartnerKeyRecord } from "./partner-key.js";

/** The ways to pay for which a partner may be registered to speak. */
export const partnerChannels = [
  "EASY_WALLET",
  "PAY_TAIPEI",
  "CREDIT_CARD",
  "ATM",
  "CONVENIENCE_STORE",
] as const;
export type PartnerChannel = (typeof partnerChannels)[number];

/** What a partner may do: find bills by their number, tell of payments. */
export const partnerScopes = ["bills:read", "payments:notify"] as const;
export type PartnerScope = (typeof partnerScopes)[number];

/** A wallet, bank or store whose program signs in by a key of its own. */
export interface Partner {
  /** Its OAuth client, and the subject of its tokens. */
  clientId: string;
  name: string;
  channels: readonly PartnerChannel[];
  scopes: readonly PartnerScope[];
  registeredAt: Date;
  suspendedAt: Date | null;
  /** Every key that it ever had, oldest first. */
  keys: readonly PartnerKeyRecord[];
}

/** The keys by which the partner is known now. */
export function validKeys({ keys }: Pick<Partner, "keys">): readonly PartnerKey[] {
  return keys.filter(({ until }) => until === null);
}

/** Ids of the city's own programs, which no partner may take. */
export const reservedClientIds: ReadonlySet<string> = new Set([
  "parent-app",
  "school-console",
  "sign-in-page",
  "operator",
  "campus-apps",
]);

const longestName = 60;

/** Whether a text has the form of a partner's client id. Anything may be sent as one, even what the database cannot hold. */
export function isClientId(text: string): boolean {
  return /^[a-z][a-z0-9-]{1,39}$/.test(text);
}

/** Refuses (BAD_INPUT) what cannot be a client id. */
export function parseClientId(text: string): string {
  if (isClientId(text) && !reservedClientIds.has(text)) return text;
  throw new BadInput({
    field: "clientId",
    rule: {
      "zh-TW": "請以小寫英文字母開頭，填 2 至 40 個小寫英文字母、數字或連字號；平臺自有程式的名稱不可使用。",
      en: "Write 2 to 40 small letters, digits or hyphens, a letter first; the platform's own programs' names are taken.",
    },
  });
}

export function parsePartnerName(text: string): string {
  const name = text.normalize("NFC").trim();
  if (name === "" || [...name].length > longestName || /[\p{Cc}\p{Cf}\p{Cs}\uFFFD<>]/u.test(name))
    throw new BadInput({ field: "name", rule: charactersBetween(1, longestName) });
  return name;
}

export function parseChannels(words: readonly string[]): PartnerChannel[] {
  return parseWords("channels", partnerChannels, words);
}

export function parseScopes(words: readonly string[]): PartnerScope[] {
  return parseWords("scopes", partnerScopes, words);
}

/** Some of the known words, at least one, in their own order. */
function parseWords<Word extends string>(
  field: string,
  known: readonly Word[],
  words: readonly string[],
): Word[] {
  if (words.length > 0 && words.every((word) => (known as readonly string[]).includes(word)))
    return known.filter((word) => words.includes(word));
  const all = known.join(", ");
  throw new BadInput({
    field,
    rule: { "zh-TW": `請至少填寫一項：${all}。`, en: `Name at least one of ${all}.` },
  });
}
