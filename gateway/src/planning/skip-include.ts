import {
  type DirectiveNode,
  type DocumentNode,
  type FieldNode,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
  visit,
} from "graphql";

/** The values of the variables that `@skip` and `@include` ask for. */
export type Conditions = ReadonlyMap<string, boolean>;

/** Names of the variables that decide whether something is selected. */
export function conditionVariables(document: DocumentNode): string[] {
  const names = new Set<string>();
  visit(document, {
    Directive: (directive) => {
      const value = isCondition(directive) ? ifOf(directive) : undefined;
      if (value?.kind === Kind.VARIABLE) names.add(value.name.value);
    },
  });
  return [...names].sort();
}

export function conditionsOf(
  names: readonly string[],
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): Conditions {
  return new Map(names.map((name) => [name, valueGiven(name, operation, variables)]));
}

function valueGiven(
  name: string,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): boolean {
  const given = variables[name];
  if (typeof given === "boolean") return given;
  const definition = operation.variableDefinitions?.find(({ variable }) => variable.name.value === name);
  return definition?.defaultValue?.kind === Kind.BOOLEAN && definition.defaultValue.value;
}

export function isSelected({ directives }: SelectionNode, conditions: Conditions): boolean {
  if (!directives || directives.length === 0) return true;
  return directives.every((directive) => {
    if (!isCondition(directive)) return true;
    const value = ifOf(directive);
    const holds =
      value?.kind === Kind.VARIABLE
        ? conditions.get(value.name.value) === true
        : value?.kind === Kind.BOOLEAN && value.value;
    return directive.name.value === "skip" ? !holds : holds;
  });
}

/**
 * The document with something to select of every object. Where all that is selected is left out whatever the variables
 * are, the planner may leave out the object too; the object is in the answer all the same, so its type is requested.
 */
export function withSomethingSelected(document: DocumentNode): DocumentNode {
  return visit(document, {
    SelectionSet: {
      leave: (selectionSet) =>
        selectionSet.selections.every(isNeverSelected)
          ? { ...selectionSet, selections: [...selectionSet.selections, typeName] }
          : undefined,
    },
  });
}

const typeName: FieldNode = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: "__typename" } };

/**
 * The selections without what is left out whatever the variables are, also because what stands around it asks for the
 * opposite. It has no fragments but inline ones.
 */
export function withoutNeverSelected(
  selectionSet: SelectionSetNode,
  around: Conditions = new Map(),
): SelectionSetNode {
  const selections = selectionSet.selections.flatMap((selection): SelectionNode[] => {
    const within = conditionsWithin(selection, around);
    if (!within) return [];
    if (selection.kind === Kind.FRAGMENT_SPREAD || !selection.selectionSet) return [selection];
    return [{ ...selection, selectionSet: withoutNeverSelected(selection.selectionSet, within) }];
  });
  return { ...selectionSet, selections };
}

/** Whether something is left out whatever the variables are. */
export function isNeverSelected(selection: SelectionNode): boolean {
  return conditionsWithin(selection, new Map()) === null;
}

/** What holds wherever the selection is selected, besides what holds around it; null where it never is. */
function conditionsWithin({ directives = [] }: SelectionNode, around: Conditions): Conditions | null {
  const within = new Map(around);
  for (const directive of directives) {
    const value = isCondition(directive) ? ifOf(directive) : undefined;
    const wanted = directive.name.value === "include";
    if (value?.kind === Kind.BOOLEAN && value.value !== wanted) return null;
    if (value?.kind !== Kind.VARIABLE) continue;
    if ((within.get(value.name.value) ?? wanted) !== wanted) return null;
    within.set(value.name.value, wanted);
  }
  return within;
}

function isCondition({ name }: DirectiveNode): boolean {
  return name.value === "skip" || name.value === "include";
}

function ifOf(directive: DirectiveNode) {
  return directive.arguments?.find(({ name }) => name.value === "if")?.value;
}
