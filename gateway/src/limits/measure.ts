import { type DocumentNode, Kind, type SelectionSetNode, visit } from "graphql";

/** What a document's text alone tells of its size. */
export interface Measured {
  depth: number;
  aliases: number;
  directives: number;
}

export function measure(document: DocumentNode): Measured {
  let aliases = 0;
  let directives = 0;
  visit(document, {
    Field: (field) => {
      if (field.alias) aliases += 1;
    },
    Directive: () => {
      directives += 1;
    },
  });
  return { depth: depthOf(document), aliases, directives };
}

/** The depth of the deepest operation, fragments included. A fragment that spreads itself is validation's to refuse. */
function depthOf(document: DocumentNode): number {
  const fragments = new Map<string, SelectionSetNode>();
  for (const each of document.definitions)
    if (each.kind === Kind.FRAGMENT_DEFINITION) fragments.set(each.name.value, each.selectionSet);
  const depths = new Map<string, number>();

  const ofFragment = (name: string): number => {
    const known = depths.get(name);
    if (known !== undefined) return known;
    depths.set(name, 0);
    const selectionSet = fragments.get(name);
    const depth = selectionSet ? of(selectionSet) : 0;
    depths.set(name, depth);
    return depth;
  };

  const of = (selectionSet: SelectionSetNode): number => {
    let deepest = 0;
    for (const each of selectionSet.selections) {
      if (each.kind === Kind.FRAGMENT_SPREAD) deepest = Math.max(deepest, ofFragment(each.name.value));
      else if (each.kind === Kind.INLINE_FRAGMENT) deepest = Math.max(deepest, of(each.selectionSet));
      // Introspection nests deeply by nature, and answers from memory.
      else if (!each.name.value.startsWith("__"))
        deepest = Math.max(deepest, 1 + (each.selectionSet ? of(each.selectionSet) : 0));
    }
    return deepest;
  };

  let deepest = 0;
  for (const each of document.definitions)
    if (each.kind === Kind.OPERATION_DEFINITION) deepest = Math.max(deepest, of(each.selectionSet));
  return deepest;
}
