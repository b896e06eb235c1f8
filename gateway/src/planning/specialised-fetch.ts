import type { FetchNode, QueryPlanSelectionNode } from "@apollo/query-planner";
import {
  type DocumentNode,
  type FieldNode,
  Kind,
  parse,
  print,
  type SelectionNode,
  type SelectionSetNode,
  stripIgnoredCharacters,
  visit,
} from "graphql";
import type { RewrittenSupergraph, SpecialisedField } from "./rewritten-supergraph.js";

type Rewriting = Pick<RewrittenSupergraph, "specialised" | "requiredFields">;

/**
 * A planned fetch by its subgraph's own field names: fields that stand for others with certain arguments are requested as
 * those, under their own names as aliases, and are sent in representations by the names that the subgraph knows. A representation
 * holds one value of a field only; fields that need it with different arguments are fetched apart.
 */
export function specialiseFetch(node: FetchNode, rewriting: Rewriting): FetchNode[] {
  if (rewriting.specialised.size === 0) return [node];
  const document = parse(node.operation, { noLocation: true });
  if (!node.requires) return [inSubgraphsNames(node, document, rewriting)];
  const { requires } = node;
  const groups = groupsOf(document, node.serviceName, rewriting);
  return groups.map((group) => {
    const others = groups.filter((other) => other !== group);
    const apart =
      others.length === 0 ? document : without(document, new Set(others.flatMap(({ fields }) => fields)));
    return {
      ...inSubgraphsNames(node, apart, rewriting),
      requires: withRequired(requires, group.needed, rewriting),
    };
  });
}

interface Group {
  /** Fields of the entity. */
  fields: FieldNode[];
  /** The settled fields that these need. */
  needed: Set<string>;
}

/** The entity's fields, so that those in one group do not need one field with different arguments. */
function groupsOf(
  document: DocumentNode,
  subgraph: string,
  { specialised, requiredFields }: Rewriting,
): Group[] {
  const groups: Group[] = [];
  for (const field of entityFields(document)) {
    const needed = requiredFields.get(`${subgraph} ${field.name.value}`) ?? new Set<string>();
    const fits = (group: Group) =>
      [...needed].every((name) =>
        [...group.needed].every(
          (other) => other === name || specialised.get(other)?.of !== specialised.get(name)?.of,
        ),
      );
    const known = groups.find(fits);
    const group = known ?? { fields: [], needed: new Set() };
    if (!known) groups.push(group);
    group.fields.push(field);
    for (const name of needed) group.needed.add(name);
  }
  return groups;
}

function entityFields(document: DocumentNode): FieldNode[] {
  const fieldsOf = ({ selections }: SelectionSetNode): FieldNode[] =>
    selections.flatMap((each) => {
      if (each.kind === Kind.FIELD) return [each];
      return each.kind === Kind.INLINE_FRAGMENT ? fieldsOf(each.selectionSet) : [];
    });
  return operationsOf(document).flatMap(({ selectionSet }) =>
    fieldsOf(selectionSet).flatMap((entities) =>
      entities.selectionSet ? fieldsOf(entities.selectionSet) : [],
    ),
  );
}

function operationsOf({ definitions }: DocumentNode) {
  return definitions.filter((each) => each.kind === Kind.OPERATION_DEFINITION);
}

/** The document without these fields, what they leave empty, and variables that only they used. */
function without(document: DocumentNode, fields: ReadonlySet<SelectionNode>): DocumentNode {
  const left: DocumentNode = visit(document, {
    Field: { enter: (field) => (fields.has(field) ? null : undefined) },
    InlineFragment: {
      leave: ({ selectionSet }) => (selectionSet.selections.length === 0 ? null : undefined),
    },
  });
  const used = new Set<string>();
  visit(left, { VariableDefinition: () => false, Variable: ({ name }) => void used.add(name.value) });
  return visit(left, {
    VariableDefinition: ({ variable }) => (used.has(variable.name.value) ? undefined : null),
  });
}

function inSubgraphsNames(node: FetchNode, document: DocumentNode, { specialised }: Rewriting): FetchNode {
  const inItsWords: DocumentNode = visit(document, {
    Field: (field) => {
      const stands = specialised.get(field.name.value);
      return stands && { ...field, ...inWordsOf(stands), alias: field.alias ?? field.name };
    },
  });
  return { ...node, operation: stripIgnoredCharacters(print(inItsWords)) };
}

function inWordsOf({ of, arguments: args }: SpecialisedField) {
  return { name: { kind: Kind.NAME as const, value: of }, arguments: args };
}

/** The fields of a representation: of specialised fields only those that are required. */
function withRequired(
  selections: readonly QueryPlanSelectionNode[],
  needed: ReadonlySet<string>,
  rewriting: Rewriting,
): QueryPlanSelectionNode[] {
  return selections.flatMap((selection): QueryPlanSelectionNode[] => {
    if (selection.kind === "InlineFragment")
      return [{ ...selection, selections: withRequired(selection.selections, needed, rewriting) }];
    const stands = rewriting.specialised.get(selection.name);
    if (stands && !needed.has(stands.name)) return [];
    return [
      {
        ...selection,
        ...(stands && { name: stands.of, alias: stands.name }),
        ...(selection.selections && { selections: withRequired(selection.selections, needed, rewriting) }),
      },
    ];
  });
}
