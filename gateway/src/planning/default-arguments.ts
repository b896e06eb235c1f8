import { type ArgumentNode, astFromValue, type DocumentNode, type GraphQLSchema, Kind, visit } from "graphql";

/**
 * The document with what its directives' arguments are by default. Directives go on to subgraphs, and one's own
 * definition may lack a default that another brought into the graph.
 */
export function withDefaultArguments(document: DocumentNode, schema: GraphQLSchema): DocumentNode {
  return visit(document, {
    Directive: (directive) => {
      const { arguments: given = [] } = directive;
      const defaults = (schema.getDirective(directive.name.value)?.args ?? []).flatMap(
        ({ name, type, defaultValue }): ArgumentNode[] => {
          if (given.some((each) => each.name.value === name)) return [];
          const value = defaultValue === undefined ? undefined : astFromValue(defaultValue, type);
          return value ? [{ kind: Kind.ARGUMENT, name: { kind: Kind.NAME, value: name }, value }] : [];
        },
      );
      return defaults.length === 0 ? undefined : { ...directive, arguments: [...given, ...defaults] };
    },
  });
}
