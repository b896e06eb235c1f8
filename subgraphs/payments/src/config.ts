import { readSubgraphConfig, type SubgraphConfig, subgraphVariables } from "@campus-graph/kit/ops/config";
import { declareConfiguration } from "@campus-graph/kit/ops/environment";
import { type Agreements, readAgreements } from "./agreements.js";
import { channels } from "./domain/channel.js";

/** Without agreements, the demo's stand in; in production there are then none. */
export interface PaymentsConfig extends SubgraphConfig {
  agreements?: Partial<Agreements>;
}

/** The made-up agreements of demo and tests; the demo's own wallet is beside the graph. */
const demoAgreements = (publicUrl: string): Agreements => ({
  links: {
    EASY_WALLET: `${publicUrl}/wallet/?account={account}&amount={amount}`,
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
});

const noAgreements: Agreements = { links: {}, issuerTerms: null };

export function agreementsOf({ mode, agreements, publicUrl }: PaymentsConfig): Agreements {
  return { ...(mode === "production" ? noAgreements : demoAgreements(publicUrl)), ...agreements };
}

export const paymentsVariables = {
  ...subgraphVariables,
  AGREEMENTS:
    "what the city agreed with its bank: JSON, or a file of it, as [payments](subgraphs/payments/README.md#agreements) tells; without it production issues no bill",
};

export const paymentsConfiguration = declareConfiguration(
  paymentsVariables,
  (read): PaymentsConfig => ({
    ...readSubgraphConfig(read, { rings: ["serial"] }),
    ...readAgreements(read),
  }),
);
