import type { DeputyFacts } from "@campus-graph/schema/events";
import type { BindingContext } from "../context.js";
import { keepDeputy } from "../persistence/reviewers.js";

/** Roster says who stands in for a homeroom teacher, and until when: they decide the class's requests as that teacher does. */
export async function noteDeputy({ em }: BindingContext, deputy: DeputyFacts): Promise<void> {
  await keepDeputy(em, deputy);
}
