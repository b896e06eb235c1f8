import { recordAudit } from "@campus-graph/kit/sql/audit";
import type { BindingContext } from "../context.js";
import { eraseApplications } from "../persistence/erased-persons.js";
import { destroyKey } from "../persistence/person-data-keys.js";
import { endTies } from "./end-ties.js";

/**
 * Destroys what is personal of somebody: drafts and notices are taken away; what law keeps, that an application was
 * signed and a binding stood, stays as rows that nobody can read, since their key is destroyed.
 */
export async function erasePerson(context: BindingContext, subjectId: string): Promise<void> {
  // What an approval under way may have opened since they asked.
  await endTies(context, subjectId);
  await context.em.flush();
  await destroyKey(context, subjectId);
  await eraseApplications(context.em, subjectId);
  await recordAudit(context, { act: "erase-person", object: `subject:${subjectId}` });
}
