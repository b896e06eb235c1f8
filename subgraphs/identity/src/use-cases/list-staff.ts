import { type Page, type PageRequest, page } from "@campus-graph/kit/graphql/pagination";
import { dayInTaipei } from "@campus-graph/kit/text/calendar";
import type { IdentityContext } from "../context.js";
import { type HeldRole, placeOf, staffRolesBy } from "../persistence/staff.js";

/** Who holds which role at a school, or for the bureau in the whole city; with `withPast` also who held it. */
export function listStaff(
  context: IdentityContext,
  { schoolCode, withPast }: { schoolCode: string | null; withPast: boolean },
  request: PageRequest,
): Promise<Page<HeldRole>> {
  const notOverOn = withPast ? null : dayInTaipei(context.clock.now());
  return page(
    context,
    `staff of ${schoolCode ?? "the city"}`,
    request,
    (after, limit) => staffRolesBy(context, { schoolCode, notOverOn, after, limit }),
    placeOf,
  );
}
