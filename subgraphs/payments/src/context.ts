import type { Context } from "@campus-graph/kit/context";
import type { AgreementTerms } from "./domain/agreement-terms.js";
import type { Channel } from "./domain/channel.js";
import type { MissWatch } from "./partners/miss-watch.js";

/** Where a channel's own page takes over, by channel: a URL with `{account}` and `{amount}` in it. */
export type PaymentLinks = Readonly<Partial<Record<LinkedChannel, string>>>;

/** The channels that are a link to a partner's page. */
export type LinkedChannel = Exclude<Channel, "ATM" | "CONVENIENCE_STORE">;

/** What the city's bank grants every school that has no agreement of its own. */
export type StandardTerms = Omit<AgreementTerms, "id" | "schoolCode" | "prefix"> & {
  /** The first prefix of the range out of which schools are given one each. */
  firstPrefix: number;
};

/** What payments adds to every context. */
export interface PaymentsServices {
  watch: MissWatch;
  links: PaymentLinks;
  /** Null: a school without its own agreement cannot issue bills. */
  issuerTerms: StandardTerms | null;
}

export type PaymentsContext = Context<PaymentsServices>;
