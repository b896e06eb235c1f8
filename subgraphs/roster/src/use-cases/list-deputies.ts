import type { RosterContext } from "../context.js";
import type { DeputyOfClass } from "../domain/deputy.js";
import { standingDeputies } from "../persistence/deputies.js";

const mostDeputies = 200;

/** Who stands in for homeroom teachers of the school today or is going to, by first day. */
export async function listDeputies(context: RosterContext, schoolCode: string): Promise<DeputyOfClass[]> {
  return (await standingDeputies(context, schoolCode)).slice(0, mostDeputies);
}
