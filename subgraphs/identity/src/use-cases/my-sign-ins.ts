import { subjectOf } from "@campus-graph/kit/context";
import { type Page, type PageRequest, page } from "@campus-graph/kit/graphql/pagination";
import { isId } from "@campus-graph/kit/sql/id";
import type { IdentityContext } from "../context.js";
import type { SignInAttempt } from "../domain/sign-in-attempt.js";
import { attemptsAt } from "../persistence/sign-in-attempts.js";

/** Who signed in to the viewer's account, or tried to, the newest first. */
export function mySignIns(context: IdentityContext, request: PageRequest): Promise<Page<SignInAttempt>> {
  const id = subjectOf(context);
  return page(
    context,
    "mySignIns",
    request,
    async (after, limit) => (isId(id) ? attemptsAt(context, id, after, limit) : []),
    ({ at, id }) => [at.toISOString(), id],
  );
}
