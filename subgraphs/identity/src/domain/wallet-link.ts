import type { Partner, PartnerScope } from "./partner.js";

/** A wallet that a guardian let read their bills or get their notices, until they end it. */
export interface WalletLink {
  /** Also what its tokens name as their session. */
  id: string;
  accountId: string;
  clientId: string;
  /** Whose wallet it is. */
  partner: Partner;
  scopes: readonly PartnerScope[];
  since: Date;
  lastUsedAt: Date | null;
}

/** After a year the guardian is asked anew. */
export const linkLifeS = 365 * 24 * 60 * 60;

/** A wallet that was not used for so long must be linked anew. */
export const linkIdleS = 90 * 24 * 60 * 60;
