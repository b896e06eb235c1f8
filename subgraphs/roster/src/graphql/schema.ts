import { federate } from "@campus-graph/kit/graphql/federate";
import { permissions } from "../access/permissions.js";
import type { RosterServices } from "../context.js";
import { DeputyMutations } from "./deputy.mutations.js";
import { DeputyQueries } from "./deputy.queries.js";
import { references } from "./references.js";
import { RevealMutations } from "./reveal.mutations.js";
import { RosterImportMutations } from "./roster-import.mutations.js";
import { SchoolFields } from "./school.fields.js";
import { SchoolQueries } from "./school.queries.js";
import { SchoolClassFields } from "./school-class.fields.js";
import { SchoolClassQueries } from "./school-class.queries.js";
import { StudentFields } from "./student.fields.js";
import { StudentType } from "./student.type.js";
import { StudentMatchQueries } from "./student-match.queries.js";

/** Roster's part of the graph. */
export function rosterSchema() {
  return federate<RosterServices>({
    resolvers: [
      SchoolQueries,
      SchoolClassQueries,
      StudentMatchQueries,
      RosterImportMutations,
      RevealMutations,
      DeputyQueries,
      DeputyMutations,
      SchoolFields,
      SchoolClassFields,
      StudentFields,
    ],
    orphanedTypes: [StudentType],
    references,
    permissions,
  });
}
