import type { AgreementTerms } from "./agreement-terms.js";
import type { Channel } from "./channel.js";

/** A wallet, bank or store that finds bills by their number and tells of payments, as identity last told of it. */
export interface Partner {
  /** Its OAuth client, e.g. `wallet`. */
  clientId: string;
  /** The channels it may speak for. */
  channels: readonly Channel[];
  scopes: readonly string[];
  /** Its public keys (RFC 7517): the one that a proof names must be among them, so two are good while a key is exchanged. */
  keys: readonly Readonly<Record<string, string>>[];
  suspended: boolean;
}

/** What a partner may be let do. */
export type PartnerScope = "bills:read" | "payments:notify";

/** Whether bills under the agreement are any business of this partner. */
export function serves(partner: Partner, agreement: AgreementTerms): boolean {
  return partner.channels.some((channel) => agreement.channels.includes(channel));
}
