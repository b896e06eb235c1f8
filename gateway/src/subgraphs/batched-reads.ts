import { anonymous, type Viewer } from "@campus-graph/kit/auth/viewer";
import { GatewayRefusal } from "../errors/refusal.js";
import type { Caller } from "./caller.js";
import type { SubgraphClient } from "./client.js";
import { bodyOf, type Fetch, type SendFetch } from "./fetch-body.js";
import { newTraceId } from "./trace-id.js";

/** The most viewers and bytes of one request; a subgraph accepts bodies that are somewhat larger. */
const maxReads = 200;
const maxBytes = 500_000;

interface Waiting {
  /** The read as it stands in the body of the batch. */
  text: string;
  fetch: Fetch;
  caller: Caller;
  resolve(text: string): void;
  reject(error: unknown): void;
}

interface Batch {
  reads: Waiting[];
  bytes: number;
}

/**
 * Fetches of one text that begin in the same moment, each for a viewer of their own, leave for their subgraph together:
 * the text once, and per viewer who it is and with what variables. When news moves a thousand tails, this is what makes
 * it five requests. The signature covers the body, so the subgraph believes each viewer in it as if they had come alone.
 */
export function createBatchedReads(client: SubgraphClient): SendFetch {
  const waiting = new Map<string, Map<string, Batch>>();

  const sendNow = (subgraph: string, queryPrefix: string, batch: Batch): void => {
    const ofSubgraph = waiting.get(subgraph);
    if (ofSubgraph?.get(queryPrefix) === batch) ofSubgraph.delete(queryPrefix);
    const [connected, disconnected] = partition(batch.reads, ({ caller }) => !caller.signal.aborted);
    for (const { reject } of disconnected) reject(unavailable(subgraph));
    if (connected.length === 0) return;
    void (connected.length === 1
      ? sendAlone(client, subgraph, connected[0]!)
      : sendBatch(client, subgraph, connected));
  };

  return (subgraph, fetch, caller) => {
    const { queryPrefix, variables } = fetch;
    const text = `{"viewer":${textOf(caller.viewer)},"traceId":"${caller.traceId}","variables":${variables}}`;
    const bytes = Buffer.byteLength(text) + 1;
    const { promise, resolve, reject } = Promise.withResolvers<string>();
    const ofSubgraph = waiting.get(subgraph) ?? new Map<string, Batch>();
    waiting.set(subgraph, ofSubgraph);
    let batch = ofSubgraph.get(queryPrefix);
    if (batch && batch.bytes + bytes > maxBytes) {
      sendNow(subgraph, queryPrefix, batch);
      batch = undefined;
    }
    if (!batch) {
      const opened: Batch = { reads: [], bytes: 0 };
      batch = opened;
      ofSubgraph.set(queryPrefix, opened);
      // By then everybody whom the same news or the same answer has moved is here.
      setImmediate(() => {
        if (waiting.get(subgraph)?.get(queryPrefix) === opened) sendNow(subgraph, queryPrefix, opened);
      });
    }
    batch.reads.push({ text, fetch, caller, resolve, reject });
    batch.bytes += bytes;
    if (batch.reads.length === maxReads) sendNow(subgraph, queryPrefix, batch);
    return promise;
  };
}

const texts = new WeakMap<Viewer, string>();

/** A viewer as JSON. A tail's viewer is the same object as long as its socket is open. */
function textOf(viewer: Viewer): string {
  const known = texts.get(viewer);
  if (known) return known;
  const text = JSON.stringify(viewer);
  texts.set(viewer, text);
  return text;
}

async function sendAlone(
  client: SubgraphClient,
  subgraph: string,
  { fetch, caller, resolve, reject }: Waiting,
): Promise<void> {
  const body = bodyOf(fetch);
  await client.postForText({ subgraph, body, repeatable: true }, caller).then(resolve, reject);
}

async function sendBatch(client: SubgraphClient, subgraph: string, reads: readonly Waiting[]): Promise<void> {
  const body = `${reads[0]!.fetch.queryPrefix},"reads":[${reads.map(({ text }) => text).join(",")}]}`;
  // Whoever leaves meanwhile does not take the others' answers along.
  const caller = { viewer: anonymous, traceId: newTraceId(), signal: new AbortController().signal };
  try {
    const request = { subgraph, path: "/internal/joint-reads", body, repeatable: true };
    const answers = (await client.postForText(request, caller)).split("\n");
    if (answers.length !== reads.length)
      throw new Error(`${subgraph} did not answer each of ${reads.length} joint reads`);
    // The subgraph has not yet acted on a revocation of this viewer's.
    for (const [index, { resolve, reject }] of reads.entries())
      if (answers[index] === "") reject(unavailable(subgraph));
      else resolve(answers[index]!);
  } catch (error) {
    for (const { reject } of reads) reject(error);
  }
}

function unavailable(serviceName: string): GatewayRefusal {
  return new GatewayRefusal("SUBGRAPH_UNAVAILABLE", { serviceName });
}

function partition<T>(all: readonly T[], belongs: (one: T) => boolean): [T[], T[]] {
  const [those, others]: [T[], T[]] = [[], []];
  for (const one of all) (belongs(one) ? those : others).push(one);
  return [those, others];
}
