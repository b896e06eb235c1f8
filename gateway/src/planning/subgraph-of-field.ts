import type { PlanNode } from "@apollo/query-planner";
import { Kind, type SelectionSetNode } from "graphql";
import { fetchesOf, type PlannedFetch, selectionSetOf } from "./planned-fetches.js";

/**
 * Which subgraph a plan asks for the field at a path of response keys; undefined where none is found. Of several the
 * last fetch counts, as its answer does.
 */
export function subgraphOfField(
  plan: PlanNode,
  path: readonly (string | number)[],
  /** The client's name for a response key that was fetched. */
  responseKeyOf: (fetched: string) => string,
): string | undefined {
  const keys = path.filter((step) => typeof step === "string");
  const named = (fetched: string) => responseKeyOf(fetched.replace(/__alias_\d+$/, ""));

  const requestsField = (fetch: PlannedFetch): boolean => {
    const { place, node } = fetch;
    if (!place.every((step, index) => named(step) === keys[index])) return false;
    return selects(selectionSetOf(fetch), node.requires ? ["_entities", ...keys.slice(place.length)] : keys);
  };

  const selects = ({ selections }: SelectionSetNode, [key, ...deeper]: readonly string[]): boolean =>
    key === undefined ||
    selections.some((selection) => {
      if (selection.kind === Kind.INLINE_FRAGMENT) return selects(selection.selectionSet, [key, ...deeper]);
      if (selection.kind !== Kind.FIELD || named((selection.alias ?? selection.name).value) !== key)
        return false;
      return (
        deeper.length === 0 ||
        (selection.selectionSet !== undefined && selects(selection.selectionSet, deeper))
      );
    });

  return fetchesOf(plan, []).findLast(requestsField)?.node.serviceName;
}
