import {
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  type InlineFragmentNode,
  isAbstractType,
  isObjectType,
  Kind,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from "graphql";

/**
 * The document without type conditions that hold anyhow: `... on Named @skip(if: $x)` within an object that is always
 * one. Where a subgraph knows the object's interface as an object only, the planner fails over them.
 */
export function withoutNeedlessConditions(document: DocumentNode, schema: GraphQLSchema): DocumentNode {
  const fragments = new Map(
    document.definitions
      .filter((each): each is FragmentDefinitionNode => each.kind === Kind.FRAGMENT_DEFINITION)
      .map((each) => [each.name.value, each]),
  );
  const types = new TypeInfo(schema);
  const isNeedless = (condition: string | undefined): boolean => {
    const [parent, wanted] = [types.getParentType(), condition && schema.getType(condition)];
    return isObjectType(parent) && isAbstractType(wanted) && schema.isSubType(wanted, parent);
  };
  return visit(
    document,
    visitWithTypeInfo(types, {
      SelectionSet: {
        enter: (selectionSet) => {
          let changed = false;
          const selections = selectionSet.selections.map((selection) => {
            if (selection.kind === Kind.FIELD || !selection.directives?.length) return selection;
            const fragment =
              selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments.get(selection.name.value);
            if (!fragment || !isNeedless(fragment.typeCondition?.name.value)) return selection;
            changed = true;
            const { directives } = selection;
            const always: InlineFragmentNode = {
              kind: Kind.INLINE_FRAGMENT,
              selectionSet: fragment.selectionSet,
              directives,
            };
            return always;
          });
          return changed ? { ...selectionSet, selections } : undefined;
        },
      },
    }),
  );
}
