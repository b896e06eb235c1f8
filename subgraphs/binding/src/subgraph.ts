import { createSubgraph, type RunningSubgraph, type SubgraphOptions } from "@campus-graph/kit/subgraph";
import { migrations } from "../migrations/index.js";
import type { BindingConfig } from "./config.js";
import type { BindingServices } from "./context.js";
import { demoCity } from "./demo-city/demo-city.js";
import { currentNotice } from "./domain/current-notice.js";
import { usualSchoolDays } from "./domain/escalation.js";
import { bindingFeed, reviewFeed } from "./feed.js";
import { bindingSchema } from "./graphql/schema.js";
import { entities } from "./persistence/entities.js";
import { sealedColumns } from "./persistence/sealed-columns.js";
import { reactions } from "./reactions/reactions.js";
import { refusals } from "./refusals.js";
import { removeOldApplications } from "./use-cases/remove-old-applications.js";
import { sealFormsForPersons } from "./use-cases/seal-forms-for-persons.js";

/** The binding subgraph, whole: from a draft application to the binding, and the notices about it. */
export function createBinding(
  config: BindingConfig,
  { notice = currentNotice, ...options }: SubgraphOptions & Partial<Pick<BindingServices, "notice">> = {},
): Promise<RunningSubgraph<BindingServices>> {
  return createSubgraph<BindingServices>(
    {
      name: "binding",
      config,
      entities,
      migrations,
      schema: bindingSchema().schema,
      refusals,
      reactions,
      feeds: [bindingFeed, reviewFeed],
      services: {
        notice,
        escalation: {
          afterSchoolDays: config.escalateAfterSchoolDays ?? usualSchoolDays,
          holidays: new Set(config.holidays),
        },
      },
      tasks: [sealFormsForPersons, removeOldApplications(config.retention)],
      sealedColumns,
      demoCity,
    },
    options,
  );
}
