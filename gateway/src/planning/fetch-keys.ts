import { type DocumentNode, type FieldNode, Kind, visit } from "graphql";
import type { RewrittenSupergraph } from "./rewritten-supergraph.js";

/**
 * An operation under response keys that cannot be mistaken. The planner reads what it needs of an entity by plain field
 * names, from the same objects that hold the client's fields: `{ id: title }` would give it a title for an id.
 * Apollo's executor then answers wrong, silently.
 */
export interface FetchKeys {
  /** What is planned. */
  document: DocumentNode;
  /** Under which key a field of the client's own document is fetched. */
  keyOf(node: FieldNode): string;
  /** The client's key for one that was fetched. */
  responseKeyOf(fetched: string): string;
}

/** `settled`: fields that are fetched under names of ours anyhow. */
export function separateKeys(
  document: DocumentNode,
  { fieldNames, specialised }: Pick<RewrittenSupergraph, "fieldNames" | "specialised">,
): FetchKeys {
  const taken = new Set(fieldNames);
  visit(document, { Field: (node) => void taken.add(responseKey(node)) });
  const fetchedAs = new Map<string, string>();
  const keyOf = (node: FieldNode): string => {
    const key = responseKey(node);
    if (!isMistakable(node, fieldNames)) return key;
    const known = fetchedAs.get(key);
    if (known) return known;
    let own = `${key}_`;
    while (taken.has(own)) own += "_";
    taken.add(own);
    fetchedAs.set(key, own);
    return own;
  };
  const separated: DocumentNode = visit(document, {
    Field: {
      leave: (node) => {
        const key = keyOf(node);
        return key === responseKey(node) ? undefined : { ...node, alias: { kind: Kind.NAME, value: key } };
      },
    },
  });
  const requestedAs = new Map([...specialised.values()].map(({ name, of }) => [name, of]));
  for (const [key, own] of fetchedAs) requestedAs.set(own, key);
  return { document: separated, keyOf, responseKeyOf: (fetched) => requestedAs.get(fetched) ?? fetched };
}

function isMistakable(node: FieldNode, fieldNames: ReadonlySet<string>): boolean {
  const key = responseKey(node);
  return key !== node.name.value && fieldNames.has(key);
}

function responseKey({ alias, name }: FieldNode): string {
  return (alias ?? name).value;
}
