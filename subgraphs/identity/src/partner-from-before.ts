import { readFileSync } from "node:fs";
import type { Keys } from "@campus-graph/kit/auth/keys";
import { type PartnerChannel, partnerChannels } from "./domain/partner.js";

/**
 * The one partner of a city from before partners were rows: `wallet`, whose public key lay in identity's keys file as
 * `walletPublicJwks`, and whose channels stood in `AGREEMENTS.partners`.
 */
export interface PartnerFromBefore {
  /** The text of its JWK set. */
  keys: string;
  channels: readonly PartnerChannel[];
}

/** Undefined in a city that never had one. What is wrong in AGREEMENTS is told by payments, whose it is. */
export function readPartnerFromBefore(
  keys: Keys,
  agreements: string | undefined,
): PartnerFromBefore | undefined {
  if (!keys.holdsJwks("walletPublicJwks")) return undefined;
  const named = channelsIn(agreements).filter((channel) => partnerChannels.includes(channel));
  return {
    keys: JSON.stringify(keys.jwks("walletPublicJwks")),
    // It is 悠遊付: a city that named no channels let it speak for none, and a partner is registered for one at least.
    channels: named.length > 0 ? named : ["EASY_WALLET"],
  };
}

function channelsIn(agreements: string | undefined): PartnerChannel[] {
  if (agreements === undefined) return [];
  try {
    const text = agreements.startsWith("{") ? agreements : readFileSync(agreements, "utf8");
    const { partners } = JSON.parse(text) as { partners?: { wallet?: unknown } };
    return Array.isArray(partners?.wallet) ? partners.wallet : [];
  } catch {
    return [];
  }
}
