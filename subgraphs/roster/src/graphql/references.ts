import { batched } from "@campus-graph/kit/graphql/batching";
import type { ReferenceResolver } from "@campus-graph/kit/graphql/federate";
import type { RosterContext, RosterServices } from "../context.js";
import { schoolByCode } from "../persistence/loaders.js";
import { visibleStudent } from "../persistence/visible-students.js";
import { staffsClass } from "../use-cases/school-class-of.js";
import { presentSchool } from "./school.type.js";
import { presentSchoolClass } from "./school-class.type.js";
import { presentStudent } from "./student.type.js";

/** How other subgraphs' plans find roster's entities again: null for whoever may not see one. */
export const references: Record<string, ReferenceResolver<RosterServices>> = {
  async School({ code }: { code: string }, context: RosterContext) {
    const found = await batched(context, schoolByCode, code);
    return found && presentSchool(found);
  },

  async SchoolClass({ id }: { id: string }, context: RosterContext) {
    const found = await staffsClass(context, id);
    return found && presentSchoolClass(found);
  },

  async Student({ id }: { id: string }, context: RosterContext) {
    const found = await batched(context, visibleStudent, id);
    return found && presentStudent(found);
  },
};
