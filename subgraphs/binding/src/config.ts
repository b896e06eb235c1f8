import { readSubgraphConfig, type SubgraphConfig, subgraphVariables } from "@campus-graph/kit/ops/config";
import { declareConfiguration } from "@campus-graph/kit/ops/environment";
import { holidayVariables, readHolidays } from "@campus-graph/kit/ops/holidays";

/** What binding needs beyond what every subgraph does; its keys file also holds the rings person, match and declaration. */
export interface BindingConfig extends SubgraphConfig {
  /** When schools are closed beside weekends, `yyyy-MM-dd`; never, when absent. */
  holidays?: readonly string[];
  /** After how many school days a waiting request is the registrar's to decide too; 5 when absent. */
  escalateAfterSchoolDays?: number | undefined;
}

const variables = {
  ...subgraphVariables,
  ...holidayVariables,
  ESCALATE_AFTER_SCHOOL_DAYS:
    "after how many school days a request that no teacher has decided is the registrar's to decide too; 5",
};

export const bindingConfiguration = declareConfiguration(
  variables,
  (read): BindingConfig => ({
    ...readSubgraphConfig(read, { rings: ["person", "match", "declaration"] }),
    holidays: readHolidays(read),
    escalateAfterSchoolDays: read.number("ESCALATE_AFTER_SCHOOL_DAYS", { least: 1, most: 100 }),
  }),
);
