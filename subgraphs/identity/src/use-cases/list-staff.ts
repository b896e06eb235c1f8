import { type Page, type PageRequest, page } from "@campus-graph/kit/graphql/pagination";
import { dayInTaipei } from "@campus-graph/kit/text/calendar";
import type { IdentityContext } from "../context.js";
import { type HeldRole, placeOf, type StaffFilter, staffRolesBy } from "../persistence/staff.js";

export interface ListStaff extends Pick<StaffFilter, "schoolCode" | "role" | "onlyAwaiting"> {
  /** Also who held it. */
  withPast: boolean;
}

/** Who holds which role at a school, or for the bureau in the whole city. */
export function listStaff(
  context: IdentityContext,
  { withPast, ...filter }: ListStaff,
  request: PageRequest,
): Promise<Page<HeldRole>> {
  const notOverOn = withPast ? null : dayInTaipei(context.clock.now());
  return page(
    context,
    `staff of ${filter.schoolCode ?? "the city"}`,
    request,
    (after, limit) => staffRolesBy(context, { ...filter, notOverOn, after, limit }),
    placeOf,
  );
}
