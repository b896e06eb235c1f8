import { batched } from "@campus-graph/kit/graphql/batching";
import type { RosterContext } from "../context.js";
import type { School } from "../domain/school.js";
import { schoolByCode } from "../persistence/loaders.js";

/** The school of a code, or null. */
export function findSchool(context: RosterContext, code: string): Promise<School | null> {
  return batched(context, schoolByCode, code);
}
