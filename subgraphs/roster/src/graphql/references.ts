import type { ReferenceResolver } from "@campus-graph/kit/graphql/federate";
import { seesClass } from "../access/classes.js";
import { seeStudent } from "../access/students.js";
import type { RosterContext, RosterServices } from "../context.js";
import { findSchool } from "../use-cases/find-school.js";
import { presentSchool } from "./school.type.js";
import { presentSchoolClass } from "./school-class.type.js";
import { presentStudent } from "./student.type.js";

/** How other subgraphs' plans find roster's entities again: null for whoever may not see one. */
export const references: Record<string, ReferenceResolver<RosterServices>> = {
  async School({ code }: { code: string }, context: RosterContext) {
    const found = await findSchool(context, code);
    return found && presentSchool(found);
  },

  async SchoolClass({ id }: { id: string }, context: RosterContext) {
    const found = await seesClass(context, id);
    return found && presentSchoolClass(found);
  },

  async Student({ id }: { id: string }, context: RosterContext) {
    const found = await seeStudent(context, id);
    return found && presentStudent(found);
  },
};
