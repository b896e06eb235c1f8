import type { Keys } from "@campus-graph/kit/keys";
import { createSubgraph, type RunningSubgraph, type SubgraphOptions } from "@campus-graph/kit/serve";
import { migrations } from "../migrations/index.js";
import { agreementsOf, type PaymentsConfig } from "./config.js";
import { demoCity } from "./demo-city/demo-city.js";
import { refusals } from "./domain/refusals.js";
import { paymentsSchema } from "./graphql/schema.js";
import type { Partner, Partners } from "./partners/partner.js";
import { billSchema } from "./persistence/bill.schema.js";
import { reactions } from "./reactions/reactions.js";
import type { PaymentsServices } from "./services.js";
import { billNotices } from "./use-cases/bill-notices.js";

/** Serves bills, payments and the books. */
export function createPayments(
  config: PaymentsConfig,
  options: SubgraphOptions = {},
): Promise<RunningSubgraph<PaymentsServices>> {
  const { partners, links, issuerTerms } = agreementsOf(config);
  return createSubgraph<PaymentsServices>(
    {
      name: "payments",
      config,
      entities: [billSchema],
      migrations,
      schema: paymentsSchema().schema,
      refusals,
      reactions,
      feeds: [billNotices],
      services: { partners: readPartners(partners, config.keys), links, issuerTerms },
      demoCity,
    },
    options,
  );
}

/** Each partner's public keys stand in the keys file under its client id, e.g. `walletPublicJwks`. */
function readPartners(channelsOf: Readonly<Record<string, Partner["channels"]>>, keys: Keys): Partners {
  return new Map(
    Object.entries(channelsOf).map(([clientId, channels]) => [
      clientId,
      { clientId, channels, publicKeys: keys.jwks(`${clientId}PublicJwks`) },
    ]),
  );
}
