import type { ExecutionResult, GraphQLError } from "graphql";
import { pause } from "../pause.js";
import type { TailTiming } from "../subscription-limits.js";
import { afterVariable, type DerivedReads, firstVariable, type Read } from "./derive-list-reads.js";
import type { NewsSignal } from "./wake-ups.js";

interface TailOptions {
  list: string;
  reads: DerivedReads;
  /** The client's cursor; null: the tail starts where the list ends now. */
  after: string | null;
  /** Runs a read as the viewer, together with other tails' or alone; resolves to what any query would. */
  read: (
    read: Read,
    variables: Readonly<Record<string, unknown>>,
    joins: boolean,
  ) => Promise<ExecutionResult>;
  /** What must stay the same between the reading and the sending of a page. */
  known: () => unknown;
  newsSignal: NewsSignal;
  timing: TailTiming;
  signal: AbortSignal;
}

interface Page {
  edges: { cursor: string; node: unknown }[];
  pageInfo: { hasNextPage: boolean };
}

/** These pass: the tail waits and reads again. Every other error of the list itself ends the subscription. */
const passing = new Set([
  "SUBGRAPH_UNAVAILABLE",
  "SESSION_UNCERTAIN",
  "TRY_AGAIN",
  "INTERNAL",
  "INTERNAL_SERVER_ERROR",
]);

/**
 * The live tail of a list: listen, read, send, wait, in that order. A page is read only when the one before was sent,
 * so a slow client holds one page at most and simply gets the next one later.
 */
export async function* followList(options: TailOptions): AsyncGenerator<ExecutionResult, void, void> {
  const { list, reads, known, newsSignal, timing, signal } = options;
  let cursor = options.after;
  if (cursor === null) {
    const result = await options.read(reads.end, { [firstVariable]: 1 }, true);
    cursor = endOf(result, list);
    if (cursor === null) return yield refused(result);
  }
  let failures = 0;
  while (!signal.aborted) {
    // Once it failed it reads alone, so that whatever ails one viewer's read does not fail the others' again.
    const variables = { [afterVariable]: cursor, [firstVariable]: timing.pageSize };
    const before = known();
    const result = await options.read(reads.page, variables, failures === 0);
    if (signal.aborted) return;
    const page = pageOf(result, list);
    if (!page) {
      if (!isPassing(result)) return yield refused(result);
      failures += 1;
      await pause(Math.min(timing.retryMs * 2 ** (failures - 1), timing.slowIntervalMs), signal);
      continue;
    }
    failures = 0;
    let isCurrent = true;
    for (const [index, edge] of page.edges.entries()) {
      // What is left of the page is read anew rather than sent.
      isCurrent = known() === before;
      if (!isCurrent) break;
      yield noticeOf(edge.node, errorsOf(result.errors, list, index, reads.responseKey), reads.responseKey);
      cursor = edge.cursor;
    }
    if (isCurrent && !page.pageInfo.hasNextPage) await newsSignal.wait();
  }
}

function endOf({ data }: ExecutionResult, list: string): string | null {
  const end = data?.[list] as { pageInfo: { endCursor: string | null } } | null | undefined;
  return end?.pageInfo.endCursor ?? null;
}

function pageOf({ data }: ExecutionResult, list: string): Page | null {
  return (data?.[list] as Page | null | undefined) ?? null;
}

function noticeOf(node: unknown, errors: GraphQLError[], responseKey: string): ExecutionResult {
  return { data: { [responseKey]: node }, ...(errors.length > 0 ? { errors } : {}) };
}

function refused({ errors }: ExecutionResult): ExecutionResult {
  return { data: null, errors: (errors ?? []).map((error) => withPath(error, undefined)) };
}

function isPassing({ errors = [] }: ExecutionResult): boolean {
  return (
    errors.length === 0 ||
    errors.every(({ extensions }) => passing.has(String(extensions?.code ?? "INTERNAL")))
  );
}

/** The errors of one notice, with paths as if it were the only one. */
function errorsOf(
  errors: readonly GraphQLError[] | undefined,
  list: string,
  index: number,
  responseKey: string,
): GraphQLError[] {
  if (!errors) return [];
  return errors.flatMap((error) => {
    const [root, edges, place, node, ...rest] = error.path ?? [];
    if (root === list && edges === "edges" && place === index && node === "node")
      return [withPath(error, [responseKey, ...rest])];
    // An error that concerns no single notice goes with the first.
    return index === 0 && place === undefined ? [withPath(error, [responseKey])] : [];
  });
}

function withPath(error: GraphQLError, path: readonly (string | number)[] | undefined): GraphQLError {
  const { message, extensions } = error;
  return { message, extensions, ...(path ? { path } : {}) } as GraphQLError;
}
