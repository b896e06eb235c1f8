import {
  type DocumentNode,
  type GraphQLSchema,
  getNamedType,
  isEnumType,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from "graphql";

/** What may stand in an address: numbers, choices of ours, days, and places in lists, which read as noise. */
const harmless: ReadonlySet<string> = new Set(["Int", "Float", "Boolean", "Date", "DateTime", "Cursor"]);

/**
 * Whether an operation is asked with what must not stand in an address, since proxies and browsers keep those: ids,
 * national IDs, account numbers, codes, passwords, names. Whatever is text counts as such.
 */
export function createIsPostOnly(): (document: DocumentNode, schema: GraphQLSchema) => boolean {
  const known = new WeakMap<DocumentNode, { schema: GraphQLSchema; isPostOnly: boolean }>();
  return (document, schema) => {
    const before = known.get(document);
    if (before?.schema === schema) return before.isPostOnly;
    const isPostOnly = asksWithText(document, schema);
    known.set(document, { schema, isPostOnly });
    return isPostOnly;
  };
}

function asksWithText(document: DocumentNode, schema: GraphQLSchema): boolean {
  const types = new TypeInfo(schema);
  let found = false;
  visit(
    document,
    visitWithTypeInfo(types, {
      Argument: () => {
        const type = types.getInputType();
        const named = type && getNamedType(type);
        found ||= !named || !(isEnumType(named) || harmless.has(named.name));
      },
    }),
  );
  return found;
}
