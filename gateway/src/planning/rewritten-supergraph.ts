import {
  type ConstDirectiveNode,
  type DocumentNode,
  type FieldDefinitionNode,
  type FieldNode,
  type InterfaceTypeDefinitionNode,
  Kind,
  type ObjectTypeDefinitionNode,
  parse,
  print,
  type SelectionNode,
  type SelectionSetNode,
  type TypeNode,
  visit,
} from "graphql";

/** A supergraph as it is given to the planner, and what its added fields stand for. */
export interface RewrittenSupergraph {
  document: DocumentNode;
  /** Every field's name: the planner reads keys and required fields from the answer by these. */
  fieldNames: ReadonlySet<string>;
  /** Fields that stand for another with certain arguments, by their names. */
  specialised: ReadonlyMap<string, SpecialisedField>;
  /** The settled fields that `subgraph field` requires. */
  requiredFields: ReadonlyMap<string, ReadonlySet<string>>;
}

/** A field without arguments, for one of which they are settled. */
export interface SpecialisedField {
  name: string;
  of: string;
  arguments: NonNullable<FieldNode["arguments"]>;
  /** The types that have it. */
  types: Set<string>;
}

type WithFields = ObjectTypeDefinitionNode | InterfaceTypeDefinitionNode;

/**
 * Rewrites a supergraph so that the planner does not misread it.
 *
 * A required field that takes arguments becomes a field of its own. The planner reads required fields from an answer by
 * their plain names, and would take for each other two of them with different arguments, or a client's own arguments.
 *
 * Keys that a subgraph resolves stand before those that it does not. Whenever a field requires others, the planner comes
 * back to the subgraph by the first key there, resolvable or not.
 */
export function rewriteSupergraph(sdl: string): RewrittenSupergraph {
  const document = parse(sdl, { noLocation: true });
  const types = new Map(document.definitions.filter(hasFields).map((type) => [type.name.value, type]));
  const fieldNames = new Set(["__typename"]);
  for (const { fields = [] } of types.values()) for (const { name } of fields) fieldNames.add(name.value);

  const specialised = new Map<string, SpecialisedField>();
  const specialise = createSpecialising(types, fieldNames, specialised);
  const requiring = mapTypes(document, (type) => ({
    ...type,
    fields: (type.fields ?? []).map((field) => specialisedRequires(type.name.value, field, specialise)),
  }));
  const planned = mapTypes(requiring, (type) => resolvableFirst(withSpecialised(type, specialised)));
  return {
    document: planned,
    fieldNames,
    specialised,
    requiredFields: requiredFieldsOf(planned, specialised),
  };
}

type Specialise = (type: string, selectionSet: SelectionSetNode) => SelectionSetNode;

function createSpecialising(
  types: ReadonlyMap<string, WithFields>,
  taken: Set<string>,
  specialised: Map<string, SpecialisedField>,
): Specialise {
  const byArguments = new Map<string, SpecialisedField>();
  const fieldFor = ({ name: { value: of }, arguments: args = [] }: FieldNode): SpecialisedField => {
    const key = `${of} ${args.map(print).sort().join(" ")}`;
    const known = byArguments.get(key);
    if (known) return known;
    let name = `${of}_`;
    while (taken.has(name)) name += "_";
    taken.add(name);
    const made = { name, of, arguments: args, types: new Set<string>() };
    byArguments.set(key, made);
    specialised.set(name, made);
    return made;
  };
  const specialise: Specialise = (type, selectionSet) => ({
    ...selectionSet,
    selections: selectionSet.selections.map((selection): SelectionNode => {
      if (selection.kind === Kind.FRAGMENT_SPREAD) return selection;
      if (selection.kind === Kind.INLINE_FRAGMENT) {
        const within = selection.typeCondition?.name.value ?? type;
        return { ...selection, selectionSet: specialise(within, selection.selectionSet) };
      }
      const definition = types.get(type)?.fields?.find(({ name }) => name.value === selection.name.value);
      if (!definition) return selection;
      const inner = selection.selectionSet && {
        selectionSet: specialise(nameOf(definition.type), selection.selectionSet),
      };
      if (!definition.arguments?.length) return { ...selection, ...inner };
      const field = fieldFor(selection);
      field.types.add(type);
      return { ...selection, name: { kind: Kind.NAME, value: field.name }, arguments: [], ...inner };
    }),
  });
  return specialise;
}

function specialisedRequires(
  type: string,
  field: FieldDefinitionNode,
  specialise: Specialise,
): FieldDefinitionNode {
  const directives = field.directives?.map((directive) => {
    const requires = requiredBy(directive);
    if (!requires) return directive;
    const value = print(specialise(type, requires)).slice(1, -1).trim();
    return {
      ...directive,
      arguments: directive.arguments?.map((argument) =>
        argument.name.value === "requires"
          ? { ...argument, value: { kind: Kind.STRING as const, value } }
          : argument,
      ),
    };
  });
  return { ...field, ...(directives && { directives }) };
}

/** The type with the fields that were settled in it, or in an interface that it implements. */
function withSpecialised<T extends WithFields>(
  type: T,
  specialised: ReadonlyMap<string, SpecialisedField>,
): T {
  const names = [type.name.value, ...(type.interfaces ?? []).map(({ name }) => name.value)];
  const added = [...specialised.values()]
    .filter(({ types }) => names.some((name) => types.has(name)))
    .flatMap(({ name, of }): FieldDefinitionNode[] => {
      const field = type.fields?.find((each) => each.name.value === of);
      return field ? [{ ...field, name: { kind: Kind.NAME, value: name }, arguments: [] }] : [];
    });
  return added.length === 0 ? type : { ...type, fields: [...(type.fields ?? []), ...added] };
}

function resolvableFirst<T extends WithFields>(type: T): T {
  const isLast = (directive: ConstDirectiveNode) => {
    const resolvable = argumentOf(directive, "resolvable");
    return resolvable?.kind === Kind.BOOLEAN && !resolvable.value;
  };
  const directives = type.directives ?? [];
  return {
    ...type,
    directives: [...directives.filter((each) => !isLast(each)), ...directives.filter(isLast)],
  };
}

function requiredFieldsOf(
  document: DocumentNode,
  specialised: ReadonlyMap<string, SpecialisedField>,
): Map<string, Set<string>> {
  const requiredFields = new Map<string, Set<string>>();
  if (specialised.size === 0) return requiredFields;
  const subgraphs = subgraphNames(document);
  visit(document, {
    FieldDefinition: ({ name, directives = [] }) => {
      for (const directive of directives) {
        const requires = requiredBy(directive);
        const graph = argumentOf(directive, "graph");
        if (!requires || graph?.kind !== Kind.ENUM) continue;
        const key = `${subgraphs.get(graph.value)} ${name.value}`;
        const needed = requiredFields.get(key) ?? new Set();
        requiredFields.set(key, needed);
        visit(requires, {
          Field: (field) => void (specialised.has(field.name.value) && needed.add(field.name.value)),
        });
      }
    },
  });
  return requiredFields;
}

function subgraphNames({ definitions }: DocumentNode): Map<string, string> {
  const names = new Map<string, string>();
  for (const definition of definitions) {
    if (definition.kind !== Kind.ENUM_TYPE_DEFINITION || definition.name.value !== "join__Graph") continue;
    for (const { name, directives = [] } of definition.values ?? [])
      for (const directive of directives) {
        const nameArgument = argumentOf(directive, "name");
        if (nameArgument?.kind === Kind.STRING) names.set(name.value, nameArgument.value);
      }
  }
  return names;
}

function requiredBy(directive: ConstDirectiveNode): SelectionSetNode | undefined {
  const requires = directive.name.value === "join__field" && argumentOf(directive, "requires");
  if (!requires || requires.kind !== Kind.STRING) return undefined;
  const [operation] = parse(`{ ${requires.value} }`, { noLocation: true }).definitions;
  return operation?.kind === Kind.OPERATION_DEFINITION ? operation.selectionSet : undefined;
}

function argumentOf(directive: ConstDirectiveNode, argument: string) {
  return directive.arguments?.find(({ name }) => name.value === argument)?.value;
}

function mapTypes(document: DocumentNode, change: <T extends WithFields>(type: T) => T): DocumentNode {
  return {
    ...document,
    definitions: document.definitions.map((each) => (hasFields(each) ? change(each) : each)),
  };
}

function hasFields(node: { kind: Kind }): node is WithFields {
  return node.kind === Kind.OBJECT_TYPE_DEFINITION || node.kind === Kind.INTERFACE_TYPE_DEFINITION;
}

function nameOf(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : nameOf(type.type);
}
