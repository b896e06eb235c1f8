import { type Dispatcher, Pool } from "undici";
import { GatewayRefusal } from "../errors.js";
import type { Signer } from "../viewer/sign-viewer.js";
import type { Caller } from "./caller.js";
import { type Circuit, createCircuit } from "./circuit.js";

/** Sends signed requests to subgraphs over kept-alive connections. */
export interface SubgraphClient {
  /** Posts JSON and reads JSON. Throws SUBGRAPH_UNAVAILABLE, naming the subgraph, when no answer can be had. */
  post(request: SubgraphPost, caller: Caller): Promise<unknown>;
  /** The same, with the answer left unread. */
  postForText(request: SubgraphPost, caller: Caller): Promise<string>;
  /** Opens a request whose bodies are streamed both ways. */
  stream(request: SubgraphStream, caller: Caller): Promise<Dispatcher.ResponseData>;
  /** Where a subgraph listens, without a path. */
  origin(subgraph: string): string;
  close(): Promise<void>;
}

export interface SubgraphPost {
  subgraph: string;
  /** Left out: the subgraph's routing URL. */
  path?: string;
  body: string;
  /** Whether it does no harm to send it twice: such a request is tried again once when its connection broke. */
  repeatable: boolean;
}

export interface SubgraphStream {
  subgraph: string;
  method: Dispatcher.HttpMethod;
  path: string;
  headers: Record<string, string | string[]>;
  body: Dispatcher.DispatchOptions["body"];
}

interface Options {
  /** Routing URLs at this moment, by subgraph. */
  subgraphs: () => ReadonlyMap<string, string>;
  sign: Signer;
  timeoutMs: number;
  onFailure?: (subgraph: string, error: unknown) => void;
}

export function createSubgraphClient({ subgraphs, sign, timeoutMs, onFailure }: Options): SubgraphClient {
  const pools = new Map<string, Pool>();
  const circuits = new Map<string, Circuit>();

  const address = (subgraph: string): URL => {
    const url = subgraphs().get(subgraph);
    if (!url) throw new GatewayRefusal("SUBGRAPH_UNAVAILABLE", { serviceName: subgraph });
    return new URL(url);
  };

  const poolOf = (origin: string): Pool => {
    let pool = pools.get(origin);
    if (!pool) {
      pool = new Pool(origin, {
        connections: 64,
        keepAliveTimeout: 30_000,
        connectTimeout: 2_000,
        headersTimeout: timeoutMs,
        bodyTimeout: timeoutMs,
      });
      pools.set(origin, pool);
    }
    return pool;
  };

  const send = async (url: URL, request: SubgraphPost, caller: Caller): Promise<string> => {
    const path = request.path ?? `${url.pathname}${url.search}`;
    const response = await poolOf(url.origin).request({
      method: "POST",
      path,
      headers: {
        "content-type": "application/json",
        accept: "application/json",
        ...sign({ subgraph: request.subgraph, method: "POST", path, body: request.body }, caller),
      },
      body: request.body,
      // A mutation once begun is seen through, whether or not its client waits for the answer.
      signal: request.repeatable ? caller.signal : null,
    });
    // A refused signature is a fault of our set-up; the caller can do nothing about it.
    if (response.statusCode === 401) {
      await response.body.dump();
      throw new Error(`${request.subgraph} did not believe our signature`);
    }
    return response.body.text();
  };

  const sendPatiently = async (url: URL, request: SubgraphPost, caller: Caller): Promise<string> => {
    try {
      return await send(url, request, caller);
    } catch (error) {
      if (!request.repeatable || !isBrokenConnection(error) || caller.signal.aborted) throw error;
      return send(url, request, caller);
    }
  };

  const lost = (subgraph: string, error: unknown, caller: Caller): GatewayRefusal => {
    if (!caller.signal.aborted) onFailure?.(subgraph, error);
    return new GatewayRefusal("SUBGRAPH_UNAVAILABLE", { serviceName: subgraph });
  };

  const circuitOf = (origin: string): Circuit => {
    const circuit = circuits.get(origin) ?? createCircuit();
    circuits.set(origin, circuit);
    return circuit;
  };

  const postForText = async (request: SubgraphPost, caller: Caller): Promise<string> => {
    const url = address(request.subgraph);
    const circuit = circuitOf(url.origin);
    if (!circuit.admits())
      throw new GatewayRefusal("SUBGRAPH_UNAVAILABLE", { serviceName: request.subgraph });
    try {
      const text = await sendPatiently(url, request, caller);
      circuit.answered();
      return text;
    } catch (error) {
      if (isTimeout(error)) circuit.timedOut();
      else circuit.gaveUp();
      throw lost(request.subgraph, error, caller);
    }
  };

  return {
    postForText,

    async post(request, caller) {
      const text = await postForText(request, caller);
      try {
        return JSON.parse(text);
      } catch (error) {
        throw lost(request.subgraph, error, caller);
      }
    },

    async stream({ subgraph, method, path, headers, body }, caller) {
      const { origin } = address(subgraph);
      try {
        return await poolOf(origin).request({
          method,
          path,
          headers: { ...headers, ...sign({ subgraph, method, path, body: null }, caller) },
          body,
          signal: caller.signal,
        });
      } catch (error) {
        throw lost(subgraph, error, caller);
      }
    },

    origin: (subgraph) => address(subgraph).origin,

    async close() {
      await Promise.all([...pools.values()].map((pool) => pool.destroy()));
      pools.clear();
    },
  };
}

/** A kept-alive connection may be closed by the other side just as we use it. */
function isBrokenConnection(error: unknown): boolean {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  return code === "UND_ERR_SOCKET" || code === "ECONNRESET" || code === "EPIPE";
}

function isTimeout(error: unknown): boolean {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  return /^UND_ERR_(HEADERS|BODY|CONNECT)_TIMEOUT$/.test(code);
}
