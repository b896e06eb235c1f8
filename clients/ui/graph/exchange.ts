import type { Connection } from "@campus-graph/clients/connect";
import type { Operation as TypedOperation } from "@campus-graph/clients/document";
import { GraphFailure } from "@campus-graph/clients/failure";
import {
  billNotices,
  bindingNotices,
  claimNotices,
  type Feed,
  reviewNotices,
} from "@campus-graph/clients/feeds";
import type { Tail } from "@campus-graph/clients/tail";
import {
  type Exchange,
  makeErrorResult,
  makeResult,
  type Operation,
  type OperationResult,
  stringifyDocument,
} from "@urql/core";
import { filter, make, mergeMap, pipe, takeUntil } from "wonka";

type AnyOperation = TypedOperation<Record<string, unknown>, object>;

/** The feeds by the field under which a subscription names them. */
const feeds: Readonly<Record<string, Feed<{ readonly cursor: string }>>> = {
  billNotice: billNotices as Feed<{ readonly cursor: string }>,
  claimNotice: claimNotices as Feed<{ readonly cursor: string }>,
  bindingOutcome: bindingNotices as Feed<{ readonly cursor: string }>,
  reviewNotice: reviewNotices as Feed<{ readonly cursor: string }>,
};

/**
 * urql over our own client, so that fail-over, repeating what surely never arrived, and going on behind the last notice
 * after a cut are the ones that every other client of the graph has.
 */
export function connectionExchange(connection: Connection): Exchange {
  return () => (operations) =>
    pipe(
      operations,
      filter(({ kind }) => kind !== "teardown"),
      mergeMap((operation) =>
        pipe(
          resultsOf(connection, operation),
          takeUntil(
            pipe(
              operations,
              filter(({ kind, key }) => kind === "teardown" && key === operation.key),
            ),
          ),
        ),
      ),
    );
}

function resultsOf(connection: Connection, operation: Operation) {
  return make<OperationResult>(({ next, complete }) => {
    let isUnsubscribed = false;
    let tail: Tail<{ readonly cursor: string }> | undefined;
    const run = async () => {
      if (operation.kind !== "subscription") return next(await answerTo(connection, operation));
      tail = await subscribe(connection, operation);
      if (isUnsubscribed) return tail.stop();
      const field = fieldOf(operation);
      for await (const { notice, errors } of tail)
        next(makeResult(operation, { data: { [field]: notice }, ...(errors.length > 0 ? { errors } : {}) }));
    };
    run()
      .catch((error: Error) => {
        if (!isUnsubscribed) next(makeErrorResult(operation, error));
      })
      .finally(complete);
    return () => {
      isUnsubscribed = true;
      tail?.stop();
    };
  });
}

async function answerTo(connection: Connection, operation: Operation): Promise<OperationResult> {
  const document: AnyOperation = { toString: () => stringifyDocument(operation.query) };
  const variables: object = operation.variables ?? {};
  if (operation.kind === "query") {
    const { data, errors } = await connection.answer(document, variables);
    return makeResult(operation, { data, ...(errors.length > 0 ? { errors } : {}) });
  }
  try {
    return makeResult(operation, { data: await connection.mutate(document, variables) });
  } catch (error) {
    if (!(error instanceof GraphFailure)) throw error;
    return makeResult(operation, {
      data: error.data as Record<string, unknown> | null,
      errors: error.errors,
    });
  }
}

function subscribe(connection: Connection, operation: Operation) {
  const feed = feeds[fieldOf(operation)];
  if (!feed) throw new Error("This subscription is the tail of no known feed.");
  // The cache wants __typename in every notice, which the feed's own document leaves out.
  const tail = { toString: () => stringifyDocument(operation.query) };
  return connection.subscribe({ ...feed, tail }, { after: operation.variables?.after as string | undefined });
}

/** The one field that a subscription asks for. */
function fieldOf({ query }: Operation): string {
  for (const definition of query.definitions)
    if (definition.kind === "OperationDefinition")
      for (const selection of definition.selectionSet.selections)
        if (selection.kind === "Field" && selection.name.value !== "__typename") return selection.name.value;
  return "";
}
