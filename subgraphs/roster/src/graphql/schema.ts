import { federate } from "@campus-graph/kit/graphql/federate";
import { permissions } from "../access/permissions.js";
import type { RosterServices } from "../context.js";
import { references } from "./references.js";
import { RosterMutations } from "./roster.mutations.js";
import { RosterQueries } from "./roster.queries.js";
import { SchoolFields } from "./school.fields.js";
import { SchoolClassFields } from "./school-class.fields.js";
import { StudentFields } from "./student.fields.js";
import { StudentType } from "./student.type.js";

/** Roster's part of the graph. */
export function rosterSchema() {
  return federate<RosterServices>({
    resolvers: [RosterQueries, RosterMutations, SchoolFields, SchoolClassFields, StudentFields],
    orphanedTypes: [StudentType],
    references,
    permissions,
  });
}
