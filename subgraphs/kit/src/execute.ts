import { type DocumentNode, execute, type GraphQLError, type GraphQLSchema, parse, validate } from "graphql";
import type { Context } from "./context.js";
import type { RefusalSentences } from "./refusal.js";
import { presentError } from "./refusal-to-graphql.js";

export interface GraphQLRequest {
  query: string;
  variables?: Record<string, unknown> | undefined;
  operationName?: string | undefined;
}

/** The gateway sends the same few hundred planned documents again and again. */
const documentsKept = 2_000;

/** An executor over one schema: parsed and validated documents are kept, errors leave as `presentError` says. */
export function createExecutor(schema: GraphQLSchema, sentences: RefusalSentences) {
  const documents = new Map<string, DocumentNode | readonly GraphQLError[]>();

  function documentOf(query: string): DocumentNode | readonly GraphQLError[] {
    const known = documents.get(query);
    if (known) return known;
    const document = parsed(query);
    const answer = isDocument(document) ? problemsOf(document) : document;
    if (documents.size >= documentsKept) documents.delete(documents.keys().next().value!);
    documents.set(query, answer);
    return answer;
  }

  function problemsOf(document: DocumentNode): DocumentNode | readonly GraphQLError[] {
    const problems = validate(schema, document);
    return problems.length > 0 ? problems : document;
  }

  return {
    /** Whether the request is a mutation; an unreadable one is not. */
    isMutation({ query, operationName }: GraphQLRequest): boolean {
      const document = documentOf(query);
      return isDocument(document) && operationKind(document, operationName) === "mutation";
    },

    async run<S>(request: GraphQLRequest, context: Context<S>): Promise<object> {
      const document = documentOf(request.query);
      const present = (error: GraphQLError) => presentError(error, context, sentences);
      if (!isDocument(document)) return { errors: document.map(present) };
      const { errors, data } = await execute({
        schema,
        document,
        contextValue: context,
        variableValues: request.variables ?? {},
        operationName: request.operationName ?? null,
      });
      return errors ? { errors: errors.map(present), data } : { data };
    },
  };
}

function parsed(query: string): DocumentNode | readonly GraphQLError[] {
  try {
    return parse(query);
  } catch (error) {
    return [error as GraphQLError];
  }
}

function isDocument(answer: DocumentNode | readonly GraphQLError[]): answer is DocumentNode {
  return "kind" in answer;
}

function operationKind(document: DocumentNode, name: string | undefined): string | undefined {
  for (const definition of document.definitions)
    if (definition.kind === "OperationDefinition" && (!name || definition.name?.value === name))
      return definition.operation;
  return undefined;
}
