import type { CampusEventType } from "@campus-graph/schema/events";

/**
 * Events that take something away from a subject, and must hold everywhere at once. Each names the subject in
 * its payload as `subjectId`. Whoever records one waits until every participant has acted on it.
 */
export const synchronousEventTypes = [
  "binding.BindingRevoked",
  "identity.PartnerChanged",
  "identity.AccountDisabled",
  "identity.StaffRoleEnded",
  "roster.DeputyEnded",
] as const satisfies readonly CampusEventType[];

const known: ReadonlySet<string> = new Set(synchronousEventTypes);

/** Those of the event types that must hold at once. */
export function synchronousAmong(types: readonly string[]): string[] {
  return types.filter((type) => known.has(type));
}
