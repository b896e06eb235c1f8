import type { FetchNode, PlanNode } from "@apollo/query-planner";
import {
  type DocumentNode,
  Kind,
  type OperationDefinitionNode,
  parse,
  print,
  type SelectionNode,
  type SelectionSetNode,
  stripIgnoredCharacters,
  visit,
} from "graphql";

/** A fetch of a plan, its text read. */
export interface PlannedFetch {
  node: FetchNode;
  document: DocumentNode;
  /** Response keys down to the objects that it is about. */
  place: readonly string[];
}

/** All fetches of a plan, in its order. */
export function fetchesOf(node: PlanNode, place: readonly string[]): PlannedFetch[] {
  switch (node.kind) {
    case "Fetch":
      return [{ node, document: parse(node.operation, { noLocation: true }), place }];
    case "Flatten":
      return fetchesOf(node.node, [...place, ...node.path.map(String).filter((step) => step !== "@")]);
    case "Sequence":
    case "Parallel":
      return node.nodes.flatMap((each) => fetchesOf(each, place));
    case "Condition":
      return [node.ifClause, node.elseClause].flatMap((clause) => (clause ? fetchesOf(clause, place) : []));
    default:
      return [];
  }
}

export function selectionSetOf({ document }: PlannedFetch): SelectionSetNode {
  const [operation] = document.definitions;
  return operation?.kind === Kind.OPERATION_DEFINITION
    ? operation.selectionSet
    : { kind: Kind.SELECTION_SET, selections: [] };
}

/** The fetch with further selections, each in its selection set, and the operation's variables that these use. */
export function withAdded(
  { node, document }: PlannedFetch,
  added: ReadonlyMap<SelectionSetNode, readonly SelectionNode[]>,
  variables: NonNullable<OperationDefinitionNode["variableDefinitions"]>,
): FetchNode {
  const used = new Set<string>();
  const completed: DocumentNode = visit(document, {
    SelectionSet: {
      enter: (selectionSet) => {
        const more = added.get(selectionSet);
        if (!more) return undefined;
        for (const each of more) visit(each, { Variable: ({ name }) => void used.add(name.value) });
        return { ...selectionSet, selections: [...selectionSet.selections, ...more] };
      },
    },
  });
  if (completed === document) return node;
  const [operation] = completed.definitions;
  if (operation?.kind !== Kind.OPERATION_DEFINITION) return node;
  const declared = new Set(operation.variableDefinitions?.map(({ variable }) => variable.name.value));
  const further = variables.filter(
    ({ variable: { name } }) => used.has(name.value) && !declared.has(name.value),
  );
  const whole: OperationDefinitionNode = {
    ...operation,
    variableDefinitions: [...(operation.variableDefinitions ?? []), ...further],
  };
  return {
    ...node,
    operation: stripIgnoredCharacters(print(whole)),
    variableUsages: [...new Set([...(node.variableUsages ?? []), ...used])],
  };
}

/** The plan with other fetches in its fetches' places. */
export function mapFetches(node: PlanNode, change: (node: FetchNode) => FetchNode): PlanNode {
  switch (node.kind) {
    case "Fetch":
      return change(node);
    case "Flatten":
      return { ...node, node: mapFetches(node.node, change) as typeof node.node };
    case "Sequence":
    case "Parallel":
      return { ...node, nodes: node.nodes.map((each) => mapFetches(each, change)) };
    case "Condition":
      return {
        ...node,
        ...(node.ifClause && { ifClause: mapFetches(node.ifClause, change) }),
        ...(node.elseClause && { elseClause: mapFetches(node.elseClause, change) }),
      };
    default:
      return node;
  }
}
