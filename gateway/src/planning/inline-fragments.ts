import {
  type DocumentNode,
  type InlineFragmentNode,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
} from "graphql";

/** The same selections with each named fragment written where it is spread. */
export function inlineFragments(selectionSet: SelectionSetNode, document: DocumentNode): SelectionSetNode {
  const fragments = new Map(
    document.definitions
      .filter((each) => each.kind === Kind.FRAGMENT_DEFINITION)
      .map((each) => [each.name.value, each]),
  );
  const inline = (set: SelectionSetNode): SelectionSetNode => ({
    ...set,
    selections: set.selections.map((selection): SelectionNode => {
      if (selection.kind === Kind.FIELD)
        return selection.selectionSet
          ? { ...selection, selectionSet: inline(selection.selectionSet) }
          : selection;
      if (selection.kind === Kind.INLINE_FRAGMENT)
        return { ...selection, selectionSet: inline(selection.selectionSet) };
      const fragment = fragments.get(selection.name.value);
      if (!fragment) return selection;
      const { typeCondition } = fragment;
      const spread: Omit<InlineFragmentNode, "selectionSet"> = { kind: Kind.INLINE_FRAGMENT, typeCondition };
      const { directives } = selection;
      return { ...spread, ...(directives && { directives }), selectionSet: inline(fragment.selectionSet) };
    }),
  });
  return inline(selectionSet);
}
