import { createSubgraph, type RunningSubgraph, type SubgraphOptions } from "@campus-graph/kit/subgraph";
import { migrations } from "../migrations/index.js";
import type { RosterConfig } from "./config.js";
import type { RosterServices } from "./context.js";
import { demoCity } from "./demo-city/demo-city.js";
import { rosterSchema } from "./graphql/schema.js";
import { entities } from "./persistence/entities.js";
import { sealedColumns } from "./persistence/sealed-columns.js";
import { reactions } from "./reactions/reactions.js";
import { refusals } from "./refusals.js";
import { enterSchools } from "./use-cases/enter-schools.js";
import { InTurn } from "./use-cases/in-turn.js";
import { maskNamesAgain } from "./use-cases/mask-names-again.js";
import { publishClassesAgain } from "./use-cases/publish-classes-again.js";
import { publishSchoolsOfBefore } from "./use-cases/publish-schools.js";

/** Roster, running: its database, its schema, its reactions, its part of the demo city. */
export function createRoster(
  config: RosterConfig,
  options: SubgraphOptions = {},
): Promise<RunningSubgraph<RosterServices>> {
  return createSubgraph<RosterServices>(
    {
      name: "roster",
      config,
      entities,
      migrations,
      schema: rosterSchema().schema,
      refusals,
      reactions,
      services: { imports: new InTurn() },
      tasks: [maskNamesAgain, publishClassesAgain, publishSchoolsOfBefore],
      sealedColumns,
      operatorCommands: { "enter-schools": enterSchools },
      demoCity,
    },
    options,
  );
}
