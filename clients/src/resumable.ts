import type { Client, FormattedExecutionResult, Sink, SubscribePayload } from "graphql-ws";

type Result = FormattedExecutionResult<Record<string, unknown>, unknown>;

/**
 * A graphql-ws client whose subscriptions go on where they were. By itself it sends the same message again at each
 * reconnect, so that a tail begins anew at its first `after`. Here `after` moves on with the `cursor` of each notice that
 * arrives: for operations that declare `$after` and select `cursor`.
 */
export function resumable(client: Client): Client {
  const subscribe = (payload: SubscribePayload, sink: Sink<Result>) => resume(client, payload, sink);
  return {
    ...client,
    subscribe: subscribe as Client["subscribe"],
    iterate: ((payload) => iterate((sink) => subscribe(payload, sink))) as Client["iterate"],
  };
}

function resume(client: Client, payload: SubscribePayload, sink: Sink<Result>): () => void {
  if (!/\$after\b/.test(payload.query)) return client.subscribe(payload, sink);
  const variables: Record<string, unknown> = { ...payload.variables };
  // graphql-ws writes this object out anew at each reconnect.
  const moving: SubscribePayload = { ...payload, variables };
  return client.subscribe<Record<string, unknown>, unknown>(moving, {
    next(result) {
      variables.after = cursorIn(result) ?? variables.after;
      sink.next(result);
    },
    error: (cause) => sink.error(cause),
    complete: () => sink.complete(),
  });
}

/** The cursor of the one notice that a result holds, whatever the subscription calls it. */
function cursorIn({ data }: Result): string | undefined {
  for (const notice of Object.values(data ?? {}))
    if (typeof notice === "object" && notice !== null && "cursor" in notice) return String(notice.cursor);
  return undefined;
}

/** What arrives, for `for await`. Leaving the loop ends the subscription. */
function iterate(subscribe: (sink: Sink<Result>) => () => void): AsyncIterableIterator<Result> {
  const arrived: Result[] = [];
  let end: { failure: unknown } | undefined;
  let wake = () => {};
  const finish = (failure: unknown) => {
    end ??= { failure };
    wake();
  };
  const stop = subscribe({
    next: (result) => {
      arrived.push(result);
      wake();
    },
    error: finish,
    complete: () => finish(null),
  });
  return {
    async next() {
      for (;;) {
        const value = arrived.shift();
        if (value) return { done: false, value };
        if (end?.failure) throw end.failure;
        if (end) return { done: true, value: undefined };
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    },
    async return() {
      arrived.length = 0;
      finish(null);
      stop();
      return { done: true, value: undefined };
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}
