import { CriticalityLevel, diff } from "@graphql-inspector/core";
import { buildSchema } from "graphql";

/**
 * Changes that would break a client of the earlier schema, except those that a decision allows by a line of its own:
 * `Allows breaking change: FIELD_REMOVED Query.schools`.
 */
export async function breakingChanges(
  earlier: string,
  now: string,
  decisions: readonly string[],
): Promise<string[]> {
  const allowed = new Set(
    decisions.flatMap((text) =>
      [...text.matchAll(/^Allows breaking change: `?(\w+ [\w.]+)`?$/gm)].map(([, change]) => change),
    ),
  );
  const changes = await diff(buildSchema(earlier), buildSchema(now));
  return changes
    .filter(({ criticality }) => criticality.level === CriticalityLevel.Breaking)
    .filter(({ type, path }) => !allowed.has(`${type} ${path}`))
    .map(({ type, path, message }) => `${message} (${type} ${path})`);
}
