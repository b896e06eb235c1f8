import { subjectOf } from "@campus-graph/kit/context";
import { type Page, type PageRequest, page } from "@campus-graph/kit/graphql/pagination";
import { isId } from "@campus-graph/kit/sql/id";
import type { IdentityContext } from "../context.js";
import type { Disclosure } from "../domain/disclosure.js";
import { type Concerned, disclosuresOf, isBoundTo } from "../persistence/shown-disclosures.js";

/** Who was shown something of the viewer's that screens hide, and why; the newest first. */
export function readMyDisclosures(context: IdentityContext, asked: PageRequest): Promise<Page<Disclosure>> {
  return read(context, "myDisclosures", { personSubjectId: subjectOf(context) }, asked);
}

/**
 * The same, of a child that the viewer is bound to now; what was shown of its other guardian is theirs alone. For everybody
 * else, and of a child that there is not, nobody was shown anything.
 */
export async function readChildDisclosures(
  context: IdentityContext,
  studentId: string,
  asked: PageRequest,
): Promise<Page<Disclosure>> {
  const viewerId = subjectOf(context);
  const isTheirs = isId(studentId) && isId(viewerId) && (await isBoundTo(context, viewerId, studentId));
  const concerned = isTheirs ? { studentId, viewerId } : null;
  return read(context, `childDisclosures:${studentId}`, concerned, asked);
}

function read(
  context: IdentityContext,
  list: string,
  concerned: Concerned | null,
  asked: PageRequest,
): Promise<Page<Disclosure>> {
  return page(
    context,
    list,
    asked,
    async (after, limit) => (concerned ? disclosuresOf(context, concerned, after, limit) : []),
    ({ at, id }) => [at.toISOString(), id],
  );
}
