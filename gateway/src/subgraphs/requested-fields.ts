import { Kind, parse, type SelectionSetNode } from "graphql";

/** A field that a fetch would have returned, by its response key, with its requested subfields. */
export interface RequestedField {
  key: string;
  within: readonly RequestedField[];
}

/** What a fetch asks of the root. */
export function rootFields(query: string): RequestedField[] {
  return requestedIn(selectionsOf(query));
}

/** The same, of each entity that a fetch asks about. Empty: only its type is wanted. */
export function entityFields(query: string): RequestedField[] {
  const entities = selectionsOf(query).selections.find((each) => each.kind === Kind.FIELD);
  return entities?.selectionSet ? requestedIn(entities.selectionSet) : [];
}

function selectionsOf(query: string): SelectionSetNode {
  const operation = parse(query).definitions.find((each) => each.kind === Kind.OPERATION_DEFINITION);
  return operation?.selectionSet ?? { kind: Kind.SELECTION_SET, selections: [] };
}

function requestedIn(selectionSet: SelectionSetNode): RequestedField[] {
  const byKey = new Map<string, RequestedField>();
  for (const requested of selectionSet.selections.flatMap((selection): RequestedField[] => {
    // Types are known without asking, but for an object whose subgraph knows only its interface.
    if (selection.kind === Kind.FIELD && selection.name.value !== "__typename")
      return [
        {
          key: (selection.alias ?? selection.name).value,
          within: selection.selectionSet ? requestedIn(selection.selectionSet) : [],
        },
      ];
    return selection.kind === Kind.INLINE_FRAGMENT ? requestedIn(selection.selectionSet) : [];
  })) {
    const { key, within } = requested;
    byKey.set(key, { key, within: [...(byKey.get(key)?.within ?? []), ...within] });
  }
  return [...byKey.values()];
}
