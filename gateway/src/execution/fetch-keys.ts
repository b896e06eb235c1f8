import {
  type DocumentNode,
  type FieldNode,
  GraphQLError,
  Kind,
  type OperationDefinitionNode,
  parse,
  print,
  visit,
} from "graphql";

/** What of a supergraph decides which response keys a client may not have in the planner's hands. */
export interface KeyFacts {
  /** Every field's name: the planner reads keys and required fields from the answer by these. */
  fieldNames: ReadonlySet<string>;
  /** Field → the fields that it requires with arguments. */
  requiredWithArguments: ReadonlyMap<string, readonly RequiredField[]>;
}

interface RequiredField {
  name: string;
  /** Its arguments as text. */
  args: string;
}

/**
 * An operation under response keys that cannot be mistaken. The planner reads what it needs of an entity by plain field
 * names, from the same objects that hold what the client asked for: `{ id: title }` would give it a title for an id, and
 * `price(currency: EUR)` the euros where dollars are required. Apollo's executor then answers wrong, silently.
 */
export interface FetchKeys {
  /** What is planned. */
  document: DocumentNode;
  /** Under which key a field of the client's own document is fetched. */
  keyOf(node: FieldNode): string;
  /** The client's key for one that was fetched. */
  responseKeyOf(fetched: string): string;
}

export function separateKeys(document: DocumentNode, facts: KeyFacts): FetchKeys {
  const taken = new Set(facts.fieldNames);
  visit(document, { Field: (node) => void taken.add(responseKey(node)) });
  const fetchedAs = new Map<string, string>();
  const keyOf = (node: FieldNode): string => {
    const key = responseKey(node);
    if (!isMistakable(node, facts)) return key;
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
  const askedAs = new Map([...fetchedAs].map(([key, own]) => [own, key]));
  return { document: separated, keyOf, responseKeyOf: (fetched) => askedAs.get(fetched) ?? fetched };
}

/** Two fields that require the same one with different arguments cannot be planned together; that is said, not guessed. */
export function refuseCollisions(
  operation: OperationDefinitionNode,
  document: DocumentNode,
  facts: KeyFacts,
): void {
  if (facts.requiredWithArguments.size === 0) return;
  const required = new Map<string, { by: string; args: string }>();
  visit(document, {
    Field: ({ name }) => {
      for (const field of facts.requiredWithArguments.get(name.value) ?? []) {
        const before = required.get(field.name);
        if (before && before.args !== field.args)
          throw collision(operation, before.by, name.value, field.name);
        required.set(field.name, { by: name.value, args: field.args });
      }
    },
  });
}

export function readKeyFacts(sdl: string): KeyFacts {
  const fieldNames = new Set<string>(["__typename"]);
  const requiredWithArguments = new Map<string, RequiredField[]>();
  visit(parse(sdl, { noLocation: true }), {
    FieldDefinition: ({ name, directives = [] }) => {
      fieldNames.add(name.value);
      for (const { name: directive, arguments: args = [] } of directives) {
        const requires = args.find((each) => each.name.value === "requires")?.value;
        if (directive.value !== "join__field" || requires?.kind !== Kind.STRING) continue;
        const fields = withArguments(requires.value);
        if (fields.length > 0)
          requiredWithArguments.set(name.value, [
            ...(requiredWithArguments.get(name.value) ?? []),
            ...fields,
          ]);
      }
    },
  });
  return { fieldNames, requiredWithArguments };
}

function withArguments(selections: string): RequiredField[] {
  const found: RequiredField[] = [];
  visit(parse(`{ ${selections} }`, { noLocation: true }), {
    Field: ({ name, arguments: args = [] }) => {
      if (args.length > 0) found.push({ name: name.value, args: args.map(print).sort().join(", ") });
    },
  });
  return found;
}

function isMistakable(node: FieldNode, { fieldNames, requiredWithArguments }: KeyFacts): boolean {
  const key = responseKey(node);
  if (key !== node.name.value) return fieldNames.has(key);
  if (!node.arguments || node.arguments.length === 0) return false;
  return [...requiredWithArguments.values()].some((fields) => fields.some(({ name }) => name === key));
}

function responseKey({ alias, name }: FieldNode): string {
  return (alias ?? name).value;
}

function collision(
  operation: OperationDefinitionNode,
  one: string,
  other: string,
  field: string,
): GraphQLError {
  const message = `“${one}” and “${other}” need “${field}” with different arguments: ask for them in two operations.`;
  return new GraphQLError(message, { nodes: operation, extensions: { code: "GRAPHQL_VALIDATION_FAILED" } });
}
