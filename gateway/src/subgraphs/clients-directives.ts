import {
  type ConstDirectiveNode,
  type ConstValueNode,
  DirectiveLocation,
  type DocumentNode,
  Kind,
  visit,
} from "graphql";

const inOperations = new Set<string>([
  DirectiveLocation.QUERY,
  DirectiveLocation.MUTATION,
  DirectiveLocation.SUBSCRIPTION,
  DirectiveLocation.FIELD,
  DirectiveLocation.FRAGMENT_DEFINITION,
  DirectiveLocation.FRAGMENT_SPREAD,
  DirectiveLocation.INLINE_FRAGMENT,
  DirectiveLocation.VARIABLE_DEFINITION,
]);

/**
 * The supergraph with the directives that only operations can use as its own. Whatever a linked specification brings is
 * kept from clients; where that is nothing but such directives, which are of no use to anybody else, it is not linked.
 */
export function exposeClientDirectives(supergraph: DocumentNode): DocumentNode {
  const clients = new Map<string, boolean>();
  for (const definition of supergraph.definitions)
    if (definition.kind === Kind.DIRECTIVE_DEFINITION)
      clients.set(
        definition.name.value,
        definition.locations.every(({ value }) => inOperations.has(value)),
      );
  const isForClients = (link: ConstDirectiveNode) => {
    const isOfLink = belongsTo(link);
    const brought = [...clients].filter(([name]) => isOfLink(name));
    return brought.length > 0 && brought.every(([, forClients]) => forClients);
  };
  return visit(supergraph, {
    SchemaDefinition: (schema) => {
      const { directives = [] } = schema;
      const kept = directives.filter(({ name }) => name.value === "link").filter(isForClients);
      if (kept.length === 0) return false;
      return { ...schema, directives: directives.filter((each) => !kept.includes(each)) };
    },
  });
}

/** Whether a directive is one that the link brings: by a name that it imports, or that begins with its own. */
function belongsTo(link: ConstDirectiveNode): (directive: string) => boolean {
  const imports = argument(link, "import");
  const imported = new Set(
    (imports?.kind === Kind.LIST ? imports.values : []).flatMap((each) => {
      const name = each.kind === Kind.OBJECT ? (field(each, "as") ?? field(each, "name")) : text(each);
      return name?.startsWith("@") ? [name.slice(1)] : [];
    }),
  );
  const [, ofUrl] = /([^/]+)\/v\d+\.\d+\/?$/.exec(text(argument(link, "url")) ?? "") ?? [];
  const own = text(argument(link, "as")) ?? ofUrl;
  return (directive) => imported.has(directive) || directive === own || directive.startsWith(`${own}__`);
}

function argument(directive: ConstDirectiveNode, name: string): ConstValueNode | undefined {
  return directive.arguments?.find((each) => each.name.value === name)?.value;
}

function field(object: ConstValueNode & { kind: Kind.OBJECT }, name: string): string | undefined {
  return text(object.fields.find((each) => each.name.value === name)?.value);
}

function text(value: ConstValueNode | undefined): string | undefined {
  return value?.kind === Kind.STRING ? value.value : undefined;
}
