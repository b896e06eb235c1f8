import { type DocumentNode, Kind, type SelectionNode, type SelectionSetNode, visit } from "graphql";

/** What a document's text alone tells of its size. */
export interface DocumentSize {
  depth: number;
  aliases: number;
  directives: number;
  directivesAtOnce: number;
  repeatedFields: number;
  fields: number;
}

export function measureDocument(document: DocumentNode): DocumentSize {
  let aliases = 0;
  let directives = 0;
  let directivesAtOnce = 0;
  let repeatedFields = 0;
  visit(document, {
    enter(node) {
      if (node.kind === Kind.FIELD && node.alias) aliases += 1;
      if (node.kind === Kind.SELECTION_SET)
        repeatedFields += node.selections.length - new Set(node.selections.map(nameIn)).size;
      const atOnce = "directives" in node ? (node.directives?.length ?? 0) : 0;
      directives += atOnce;
      directivesAtOnce = Math.max(directivesAtOnce, atOnce);
    },
  });
  return { aliases, directives, directivesAtOnce, repeatedFields, ...extentOf(document) };
}

/** Inline fragments have no name, so that none counts as another's repetition. */
function nameIn(selection: SelectionNode): unknown {
  if (selection.kind === Kind.INLINE_FRAGMENT) return selection;
  if (selection.kind === Kind.FRAGMENT_SPREAD) return `... ${selection.name.value}`;
  return selection.alias?.value ?? selection.name.value;
}

/** How deep selections go, and how many fields they are, fragments included. */
interface Extent {
  depth: number;
  fields: number;
}

/** A fragment is measured once, however often it is spread. One that spreads itself is validation's to refuse. */
function extentOf(document: DocumentNode): Extent {
  const fragments = new Map<string, SelectionSetNode>();
  for (const each of document.definitions)
    if (each.kind === Kind.FRAGMENT_DEFINITION) fragments.set(each.name.value, each.selectionSet);
  const known = new Map<string, Extent>();

  const ofFragment = (name: string): Extent => {
    const before = known.get(name);
    if (before) return before;
    known.set(name, { depth: 0, fields: 1 });
    const selectionSet = fragments.get(name);
    const extent = selectionSet ? of(selectionSet) : { depth: 0, fields: 1 };
    known.set(name, extent);
    return extent;
  };

  const ofSelection = (each: SelectionNode): Extent => {
    if (each.kind === Kind.FRAGMENT_SPREAD) return ofFragment(each.name.value);
    if (each.kind === Kind.INLINE_FRAGMENT) return of(each.selectionSet);
    const beneath = each.selectionSet ? of(each.selectionSet) : { depth: 0, fields: 0 };
    // Introspection nests deeply by nature, and answers from memory.
    if (each.name.value.startsWith("__")) return { depth: 0, fields: 1 + beneath.fields };
    return { depth: 1 + beneath.depth, fields: 1 + beneath.fields };
  };

  const of = ({ selections }: SelectionSetNode): Extent => {
    // An empty fragment still has to be walked into.
    const extent = { depth: 0, fields: 1 };
    for (const { depth, fields } of selections.map(ofSelection)) {
      extent.depth = Math.max(extent.depth, depth);
      extent.fields += fields;
    }
    return extent;
  };

  const operations = document.definitions.filter(({ kind }) => kind === Kind.OPERATION_DEFINITION);
  const extents = operations.map((each) => of((each as { selectionSet: SelectionSetNode }).selectionSet));
  return {
    depth: Math.max(0, ...extents.map(({ depth }) => depth)),
    fields: extents.reduce((sum, { fields }) => sum + fields, 0),
  };
}
