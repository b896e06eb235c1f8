import {
  createSourceEventStream,
  type DocumentNode,
  execute,
  GraphQLError,
  type GraphQLFormattedError,
  type GraphQLSchema,
  parse,
  validate,
} from "graphql";
import type { Context } from "../context.js";
import type { RefusalSentences } from "../refusals/refusal.js";
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

  const presented =
    (context: Context<never>) =>
    (error: GraphQLError): GraphQLFormattedError =>
      presentError(error, context, sentences);

  return {
    /** Whether the request is a subscription. */
    isSubscription({ query, operationName }: GraphQLRequest): boolean {
      const document = documentOf(query);
      return isDocument(document) && operationKind(document, operationName) === "subscription";
    },

    /** The document of what can be run; otherwise what is wrong with it, as it leaves. */
    read<S>({ query }: GraphQLRequest, context: Context<S>): DocumentNode | GraphQLFormattedError[] {
      const document = documentOf(query);
      return isDocument(document) ? document : document.map(presented(context as Context<never>));
    },

    /**
     * Opens a subscription. Each event is executed as a query would be, in a context of its own: a subscription may live
     * for hours, and what was loaded for one event is not the truth at the next.
     */
    async subscribe<S>(
      { query, operationName, variables }: GraphQLRequest,
      contextFor: () => Context<S>,
    ): Promise<AsyncGenerator<object, void, void> | object> {
      const document = documentOf(query);
      const context = contextFor() as Context<never>;
      if (!isDocument(document)) return { errors: document.map(presented(context)) };
      const args = {
        schema,
        document,
        variableValues: variables ?? {},
        operationName: operationName ?? null,
      };
      const broken = (cause: unknown) => {
        const originalError = cause instanceof Error ? cause : new Error(String(cause));
        return { errors: [presented(context)(new GraphQLError("", { originalError }))] };
      };
      try {
        const opened = await createSourceEventStream({ ...args, contextValue: context });
        if (!(Symbol.asyncIterator in opened))
          return { errors: opened.errors?.map(presented(context)) ?? [] };
        return answersTo(opened, {
          async answer(event) {
            const contextValue = contextFor() as Context<never>;
            const { errors, data } = await execute({ ...args, rootValue: event, contextValue });
            return errors ? { errors: errors.map(presented(contextValue)), data } : { data };
          },
          broken,
        });
      } catch (error) {
        return broken(error);
      }
    },

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

interface Answering {
  answer(event: unknown): Promise<object>;
  /** What is sent when the stream of events breaks; it ends with that. */
  broken(error: unknown): object;
}

/**
 * One answer to each event. No generator, since one that waits for an event could not be returned before that came:
 * to return this is to return the events' own iterator.
 */
function answersTo(
  events: AsyncIterable<unknown>,
  { answer, broken }: Answering,
): AsyncGenerator<object, void, void> {
  const source = events[Symbol.asyncIterator]();
  let isOver = false;
  const end = async (): Promise<IteratorReturnResult<void>> => {
    isOver = true;
    await source.return?.();
    return { done: true, value: undefined };
  };
  const answers: AsyncGenerator<object, void, void> = {
    async next() {
      if (isOver) return { done: true, value: undefined };
      try {
        const event = await source.next();
        if (event.done || isOver) return { done: true, value: undefined };
        return { done: false, value: await answer(event.value) };
      } catch (error) {
        void end().catch(() => undefined);
        return { done: false, value: broken(error) };
      }
    },
    return: end,
    async throw(error) {
      await end();
      throw error;
    },
    [Symbol.asyncIterator]: () => answers,
    async [Symbol.asyncDispose]() {
      await end();
    },
  };
  return answers;
}
