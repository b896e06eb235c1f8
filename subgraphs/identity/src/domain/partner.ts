import { type GrantableScope, grantableScopes } from "@campus-graph/kit/auth/scopes";
import { charactersBetween } from "@campus-graph/kit/refusals/input-rules";
import { BadInput } from "@campus-graph/kit/refusals/refusal";
import { isLoopback } from "./loopback.js";
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

/** What a partner may be registered for. */
export const partnerScopes = grantableScopes;
export type PartnerScope = GrantableScope;

/** What a partner may do in its own name: find bills by their number, tell of payments. */
export const programScopes: ReadonlySet<PartnerScope> = new Set(["bills:read", "payments:notify"]);

/** What a guardian may let it do for them, by linking it: read their bills, get their notices. */
export const linkScopes: ReadonlySet<PartnerScope> = new Set(["bills:read", "notices:subscribe"]);

/** A wallet, bank or store whose program signs in by a key of its own. */
export interface Partner {
  /** Its OAuth client, and the subject of its tokens. */
  clientId: string;
  name: string;
  channels: readonly PartnerChannel[];
  scopes: readonly PartnerScope[];
  /** Where a guardian who links it is sent back to; none: it cannot be linked. */
  redirectUris: readonly string[];
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

const mostRedirectUris = 10;
const longestUri = 500;

/**
 * Where guardians may be sent back to: whole https addresses without a fragment, or those of a program on the same
 * machine. The provider takes none but exactly these.
 */
export function parseRedirectUris(uris: readonly string[]): string[] {
  if (uris.length <= mostRedirectUris && uris.every(isRedirectUri)) return [...new Set(uris)];
  throw new BadInput({
    field: "redirectUris",
    rule: {
      "zh-TW": `最多 ${mostRedirectUris} 個完整的 https 網址（本機程式可用 http://localhost），不可含 # 或帳號密碼。`,
      en: `At most ${mostRedirectUris} whole https addresses (http://localhost for a program on the same machine), without # or a user name.`,
    },
  });
}

function isRedirectUri(uri: string): boolean {
  if (uri.length > longestUri || /[#*\s\p{Cc}]/u.test(uri) || !URL.canParse(uri)) return false;
  const { protocol, hostname, username, password } = new URL(uri);
  if (username !== "" || password !== "") return false;
  return protocol === "https:" || (protocol === "http:" && isLoopback(hostname));
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

/** Whether a program is the city's own: it acts within everything that its person may do, and needs no consent. */
export function isOwnProgram(clientId: string): boolean {
  return reservedClientIds.has(clientId);
}

/** What a guardian can let the partner do for them; nothing where they could not be sent back to it. */
export function linkableScopes({ scopes, redirectUris }: Pick<Partner, "scopes" | "redirectUris">) {
  return redirectUris.length === 0 ? [] : scopes.filter((scope) => linkScopes.has(scope));
}
