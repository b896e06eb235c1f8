import {
  type ArgumentNode,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  getNamedType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
  parse,
  print,
  type SelectionSetNode,
  type VariableDefinitionNode,
  visit,
} from "graphql";

/** A subscription rewritten as reads of the list that it follows. Depends on the text only, so it is made once. */
export interface DerivedReads {
  /** Name under which the subscriber wants each notice. */
  responseKey: string;
  /** The field of the operation, for its arguments. */
  field: FieldNode;
  /** Reads a page after `$campusAfter`. */
  page: Read;
  /** Reads where the list ends now. */
  end: Read;
}

export interface Read {
  document: DocumentNode;
  source: string;
}

/** Names of our own variables; a client's variable of that name would be mistaken for ours, and is refused. */
export const afterVariable = "campusAfter";
export const firstVariable = "campusFirst";

/** Why a subscription cannot be served as a tail; the message is for its author. */
export class NotATail extends Error {}

/**
 * `subscription ($c: Cursor) { billNotice(after: $c) { S } }` becomes
 * `query { billNotices(after: …, first: …) { edges { cursor node { S } } pageInfo { hasNextPage } } }`.
 */
export function deriveListReads(
  document: DocumentNode,
  operation: OperationDefinitionNode,
  list: string,
  schema: GraphQLSchema,
): DerivedReads {
  const fragments = new Map(
    document.definitions
      .filter((each): each is FragmentDefinitionNode => each.kind === Kind.FRAGMENT_DEFINITION)
      .map((each) => [each.name.value, each]),
  );
  const fields = rootFields(operation.selectionSet, fragments);
  const [field] = fields;
  if (!field?.selectionSet) throw new NotATail("A subscription selects one field, with fields of its own.");
  const own = new Set(operation.variableDefinitions?.map(({ variable }) => variable.name.value));
  if (own.has(afterVariable) || own.has(firstVariable))
    throw new NotATail(`$${afterVariable} and $${firstVariable} are names of the graph's own.`);

  const listArguments = argumentsOf(schema, list);
  const ours = ["after", "first", "last"];
  const kept = (field.arguments ?? []).filter(
    ({ name }) => !ours.includes(name.value) && listArguments.has(name.value),
  );
  const node: SelectionSetNode = {
    kind: Kind.SELECTION_SET,
    selections: fields.flatMap(({ selectionSet }) => selectionSet?.selections ?? []),
  };
  const page = pageTemplate(list, listArguments);
  const end = parse(
    `query ($${firstVariable}: Int) { ${list}(last: $${firstVariable}) { pageInfo { endCursor } } }`,
  );
  const clientVariables = operation.variableDefinitions ?? [];
  return {
    responseKey: field.alias?.value ?? field.name.value,
    field,
    page: readOf(withNode(withArguments(page, list, kept), node), clientVariables, fragments),
    end: readOf(withArguments(end, list, kept), clientVariables, fragments),
  };
}

function pageTemplate(list: string, listArguments: ReadonlyMap<string, string>): DocumentNode {
  const [after, first] = ["after", "first"].map((name) => listArguments.get(name));
  if (!after || !first) throw new NotATail(`${list} cannot be read page by page.`);
  return parse(`query ($${afterVariable}: ${after}, $${firstVariable}: ${first}) {
    ${list}(after: $${afterVariable}, first: $${firstVariable}) {
      edges { cursor node { __typename } } pageInfo { hasNextPage }
    }
  }`);
}

/** The field of the subscription, as often as it is selected, through whatever fragments. */
function rootFields(
  { selections }: SelectionSetNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  within = new Set<string>(),
): FieldNode[] {
  return selections.flatMap((each) => {
    if (each.directives?.some(({ name }) => name.value === "skip" || name.value === "include"))
      throw new NotATail("The field of a subscription cannot be skipped.");
    if (each.kind === Kind.FIELD) return [each];
    if (each.kind === Kind.INLINE_FRAGMENT) return rootFields(each.selectionSet, fragments, within);
    const fragment = fragments.get(each.name.value);
    if (!fragment || within.has(each.name.value)) return [];
    return rootFields(fragment.selectionSet, fragments, new Set([...within, each.name.value]));
  });
}

function argumentsOf(schema: GraphQLSchema, list: string): Map<string, string> {
  const field = schema.getQueryType()?.getFields()[list];
  if (!field || !isObjectType(getNamedType(field.type))) throw new NotATail(`There is no list ${list}.`);
  return new Map(field.args.map(({ name, type }) => [name, String(type)]));
}

/** On leaving, so that fields named `node` in the client's own selections stay untouched. */
function withNode(document: DocumentNode, selectionSet: SelectionSetNode): DocumentNode {
  return visit(document, {
    Field: { leave: (field) => (field.name.value === "node" ? { ...field, selectionSet } : undefined) },
  });
}

function withArguments(document: DocumentNode, list: string, kept: readonly ArgumentNode[]): DocumentNode {
  return visit(document, {
    Field: {
      leave: (field) =>
        field.name.value === list
          ? { ...field, arguments: [...(field.arguments ?? []), ...kept] }
          : undefined,
    },
  });
}

/** Adds the fragments and the client's variables that are still used, and nothing else. */
function readOf(
  document: DocumentNode,
  clientVariables: readonly VariableDefinitionNode[],
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): Read {
  const [operation] = document.definitions as OperationDefinitionNode[];
  const usedFragments = reachable(operation!, fragments);
  const usedVariables = new Set<string>();
  for (const each of [operation!.selectionSet, ...usedFragments])
    visit(each, { Variable: ({ name }) => void usedVariables.add(name.value) });
  const variableDefinitions = [...(operation!.variableDefinitions ?? []), ...clientVariables].filter(
    ({ variable }) => usedVariables.has(variable.name.value),
  );
  const whole: DocumentNode = {
    kind: Kind.DOCUMENT,
    definitions: [
      { ...operation!, operation: OperationTypeNode.QUERY, variableDefinitions },
      ...usedFragments,
    ],
  };
  const source = print(whole);
  return { document: parse(source, { noLocation: true }), source };
}

function reachable(
  root: OperationDefinitionNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): FragmentDefinitionNode[] {
  const found = new Map<string, FragmentDefinitionNode>();
  const visitSpreads = (within: OperationDefinitionNode | FragmentDefinitionNode) =>
    visit(within, {
      FragmentSpread: ({ name }) => {
        const fragment = fragments.get(name.value);
        if (!fragment || found.has(name.value)) return;
        found.set(name.value, fragment);
        visitSpreads(fragment);
      },
    });
  visitSpreads(root);
  return [...found.values()];
}
