import { anonymous } from "@campus-graph/kit/auth/viewer";
import type { SubgraphClient } from "../subgraphs/client.js";
import { newTraceId } from "../subgraphs/trace-id.js";
import { type KeySetFetch, keySetPaths } from "./tokens.js";

/** Identity's key sets come straight from identity: fetching them through the gateway itself would be a circle at every start. */
export function createKeySetFetch(client: SubgraphClient, publicUrl: string): KeySetFetch {
  const { host, protocol } = new URL(publicUrl);
  const headers = {
    accept: "application/json",
    host,
    "x-forwarded-host": host,
    "x-forwarded-proto": protocol.slice(0, -1),
  };
  return async (path) => {
    const caller = { viewer: anonymous, traceId: newTraceId(), signal: AbortSignal.timeout(5_000) };
    const answer = await client.stream(
      { subgraph: "identity", method: "GET", path, headers, body: null },
      caller,
    );
    return new Response(await textOf(answer.body), { status: answer.statusCode });
  };
}

/** A key set is a few hundred bytes; what does not end is none. */
const mostBytes = 1_000_000;

async function textOf(body: AsyncIterable<Buffer>): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of body) {
    bytes += chunk.length;
    if (bytes > mostBytes) throw new Error(`a key set of more than ${mostBytes} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString();
}

/** Tries until every key set could be had once: a gateway that can verify nobody is not ready. */
export function awaitKeySets(fetchKeySet: KeySetFetch): { areKnown(): boolean; stop(): void } {
  const missing = new Set<string>(Object.values(keySetPaths));
  let timer: NodeJS.Timeout | undefined;
  let isStopped = false;
  const look = async () => {
    for (const path of missing) {
      const answer = await fetchKeySet(path).catch(() => undefined);
      if (answer?.ok) missing.delete(path);
    }
    if (missing.size > 0 && !isStopped) timer = setTimeout(() => void look(), 250);
  };
  void look();
  return {
    areKnown: () => missing.size === 0,
    stop() {
      isStopped = true;
      clearTimeout(timer);
    },
  };
}
