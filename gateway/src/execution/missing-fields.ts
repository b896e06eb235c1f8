import { Kind, parse, type SelectionSetNode } from "graphql";

/** What a fetch would have brought, by response key, for the errors that say that it is missing. */
export function rootFields(query: string): string[] {
  return responseKeys(selectionsOf(query));
}

/** The same, of each entity that a fetch asks about. */
export function entityFields(query: string): string[] {
  const entities = selectionsOf(query).selections.find((each) => each.kind === Kind.FIELD);
  return entities?.selectionSet ? responseKeys(entities.selectionSet) : [];
}

function selectionsOf(query: string): SelectionSetNode {
  const operation = parse(query).definitions.find((each) => each.kind === Kind.OPERATION_DEFINITION);
  return operation?.selectionSet ?? { kind: Kind.SELECTION_SET, selections: [] };
}

function responseKeys(selectionSet: SelectionSetNode): string[] {
  const keys = selectionSet.selections.flatMap((selection) => {
    if (selection.kind === Kind.FIELD) return [selection.alias?.value ?? selection.name.value];
    return selection.kind === Kind.INLINE_FRAGMENT ? responseKeys(selection.selectionSet) : [];
  });
  return [...new Set(keys)].filter((key) => key !== "__typename");
}
