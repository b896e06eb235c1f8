import { createSubgraph, type RunningSubgraph, type SubgraphOptions } from "@campus-graph/kit/subgraph";
import { migrations } from "../migrations/index.js";
import { agreementsOf, type PaymentsConfig } from "./config.js";
import type { PaymentsServices } from "./context.js";
import { demoCity } from "./demo-city/demo-city.js";
import { billNotices, claimNotices } from "./feed.js";
import { paymentsSchema } from "./graphql/schema.js";
import { MissWatch } from "./partners/miss-watch.js";
import { entities } from "./persistence/entities.js";
import { sealedColumns } from "./persistence/sealed-columns.js";
import { reactions } from "./reactions/reactions.js";
import { refusals } from "./refusals.js";
import { countFinds } from "./use-cases/count-misses.js";
import { settlementCommands } from "./use-cases/settle-by-command.js";

/** Serves bills, payments and the books. */
export function createPayments(
  config: PaymentsConfig,
  options: SubgraphOptions = {},
): Promise<RunningSubgraph<PaymentsServices>> {
  const { links, issuerTerms } = agreementsOf(config);
  const watch = new MissWatch();
  return createSubgraph<PaymentsServices>(
    {
      name: "payments",
      config,
      entities,
      migrations,
      schema: paymentsSchema().schema,
      refusals,
      reactions,
      feeds: [billNotices, claimNotices],
      services: { watch, links, issuerTerms },
      figures: () => [watch.figure],
      tasks: [{ name: "count finds", everyMs: 1_000, run: countFinds }],
      sealedColumns,
      operatorCommands: settlementCommands,
      demoCity,
    },
    options,
  );
}
