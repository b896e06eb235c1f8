import {
  type DocumentNode,
  type GraphQLSchema,
  getNamedType,
  isEnumType,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from "graphql";
import { GatewayRefusal } from "../errors/refusal.js";

/** What may stand in an address: numbers, choices of ours, days, and places in lists, which read as noise. */
const harmless: ReadonlySet<string> = new Set(["Int", "Float", "Boolean", "Date", "DateTime", "Cursor"]);

/**
 * Refuses a GET whose arguments must not stand in an address, since proxies and browsers keep addresses: ids,
 * national IDs, account numbers, codes, passwords, names. Whatever is text counts as such.
 */
export function createRefuseGetWithText(): (
  method: string,
  document: DocumentNode,
  schema: GraphQLSchema,
) => void {
  const known = new WeakMap<DocumentNode, { schema: GraphQLSchema; hasText: boolean }>();
  const hasText = (document: DocumentNode, schema: GraphQLSchema): boolean => {
    const before = known.get(document);
    if (before?.schema === schema) return before.hasText;
    const found = sendsText(document, schema);
    known.set(document, { schema, hasText: found });
    return found;
  };
  return (method, document, schema) => {
    if (method === "GET" && hasText(document, schema)) throw new GatewayRefusal("POST_REQUIRED");
  };
}

function sendsText(document: DocumentNode, schema: GraphQLSchema): boolean {
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
