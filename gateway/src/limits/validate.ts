import {
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  NoSchemaIntrospectionCustomRule,
  validate as problemsOf,
  specifiedRules,
} from "graphql";

/** Throws GRAPHQL_VALIDATION_FAILED for a document that the client-facing schema does not allow. */
export type Validate = (document: DocumentNode) => void;

interface Options {
  schema: () => GraphQLSchema;
  /** Whether clients may ask for the schema, and are told names that are nearly right. */
  introspection: boolean;
}

/** A document is validated once per schema: the screen gives a text that comes again as the same document. */
export function createValidate({ schema: currentSchema, introspection }: Options): Validate {
  const rules = introspection ? specifiedRules : [...specifiedRules, NoSchemaIntrospectionCustomRule];
  const known = new WeakMap<DocumentNode, { schema: GraphQLSchema; problem: GraphQLError | null }>();

  const problemOf = (document: DocumentNode): GraphQLError | null => {
    const schema = currentSchema();
    const before = known.get(document);
    if (before?.schema === schema) return before.problem;
    const options = { maxErrors: 1, hideSuggestions: !introspection };
    const [found] = problemsOf(schema, document, rules, options);
    const extensions = { code: "GRAPHQL_VALIDATION_FAILED" };
    const problem = found ? new GraphQLError(found.message, { nodes: found.nodes, extensions }) : null;
    known.set(document, { schema, problem });
    return problem;
  };

  return (document) => {
    const problem = problemOf(document);
    if (problem) throw problem;
  };
}
