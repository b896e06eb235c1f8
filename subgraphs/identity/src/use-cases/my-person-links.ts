import { subjectOf } from "@campus-graph/kit/context";
import type { IdentityContext } from "../context.js";
import type { PersonLink } from "../domain/person-link.js";
import { openPersonLinks } from "../persistence/person-links.js";

/** What waits for the word of the viewer's account now, oldest first. */
export function myPersonLinks(context: IdentityContext): Promise<PersonLink[]> {
  return openPersonLinks(context, subjectOf(context));
}
