import { readSubgraphConfig, type SubgraphConfig } from "@campus-graph/kit/config";
import { channels } from "./domain/channel.js";
import type { IssuerTerms, PaymentLinks } from "./services.js";

/** What the city agreed with banks. Partners are rows in identity, which tells of them by events. */
export interface Agreements {
  links: PaymentLinks;
  issuerTerms: IssuerTerms | null;
}

/** Without agreements, the demo's stand in; in production there are then none. */
export interface PaymentsConfig extends SubgraphConfig {
  agreements?: Partial<Agreements>;
}

/** The made-up agreements of demo and tests, their links to the sandbox wallet. */
const demoAgreements: Agreements = {
  links: {
    EASY_WALLET: "https://wallet.campus.example/easy-wallet?account={account}&amount={amount}",
    PAY_TAIPEI: "https://wallet.campus.example/pay-taipei?account={account}&amount={amount}",
    CREDIT_CARD: "https://wallet.campus.example/card?account={account}&amount={amount}",
  },
  issuerTerms: {
    firstPrefix: 480301,
    checkRule: "bank-of-taiwan-137",
    bankCode: "012",
    bankName: "台北富邦銀行",
    collectionCode: "6R5",
    storeCapNtd: 20_000,
    channels,
  },
};

const noAgreements: Agreements = { links: {}, issuerTerms: null };

export function agreementsOf({ mode, agreements }: PaymentsConfig): Agreements {
  return { ...(mode === "production" ? noAgreements : demoAgreements), ...agreements };
}

type Environment = Readonly<Record<string, string | undefined>>;

/** The kit's variables, and `AGREEMENTS`: JSON of what differs from the defaults (see the README). */
export function readPaymentsConfig(environment: Environment): PaymentsConfig {
  const { AGREEMENTS: agreements } = environment;
  return {
    ...readSubgraphConfig(environment),
    ...(agreements ? { agreements: JSON.parse(agreements) as Partial<Agreements> } : {}),
  };
}
