import { behindAnswer } from "@campus-graph/kit/auth/viewer";
import { type Dispatcher, Pool } from "undici";
import { GatewayRefusal } from "../errors/refusal.js";
import type { Caller } from "./caller.js";
import { type Circuit, createCircuit } from "./circuit.js";
import { postRequest } from "./post-request.js";
import type { Signer } from "./sign.js";

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
  /** Whether subgraphs answer nothing but what is signed; otherwise a 401 is an answer as any other. */
  isSigned?: boolean;
  timeoutMs: number;
  /** What of an answer is read at most; a longer one is none. */
  maxAnswerBytes: number;
  onFailure?: (subgraph: string, error: unknown) => void;
}

/** Where a subgraph's requests go. Endpoints of one origin share connections and a circuit breaker. */
interface Endpoint {
  origin: string;
  /** With its search. */
  path: string;
  pool: Pool;
  circuit: Circuit;
}

export function createSubgraphClient({
  subgraphs,
  sign,
  isSigned = true,
  timeoutMs,
  maxAnswerBytes,
  onFailure,
}: Options): SubgraphClient {
  const origins = new Map<string, Pick<Endpoint, "pool" | "circuit">>();
  const endpoints = new Map<string, Endpoint>();

  const lineTo = (origin: string) => {
    const known = origins.get(origin);
    if (known) return known;
    const pool = new Pool(origin, {
      connections: 64,
      keepAliveTimeout: 30_000,
      connectTimeout: 2_000,
      headersTimeout: timeoutMs,
      bodyTimeout: timeoutMs,
    });
    const made = { pool, circuit: createCircuit() };
    origins.set(origin, made);
    return made;
  };

  const endpointOf = (subgraph: string): Endpoint => {
    const routingUrl = subgraphs().get(subgraph);
    if (!routingUrl) throw new GatewayRefusal("SUBGRAPH_UNAVAILABLE", { serviceName: subgraph });
    const known = endpoints.get(routingUrl);
    if (known) return known;
    const { origin, pathname, search } = new URL(routingUrl);
    const made = { origin, path: `${pathname}${search}`, ...lineTo(origin) };
    endpoints.set(routingUrl, made);
    return made;
  };

  const send = async (endpoint: Endpoint, request: SubgraphPost, caller: Caller): Promise<string> => {
    const { subgraph, path = endpoint.path, repeatable } = request;
    // Written once, to be signed and sent.
    const body = Buffer.from(request.body);
    const answer = await postRequest(endpoint.pool, {
      path,
      headers: {
        ...caller.headers,
        "content-type": "application/json",
        accept: "application/json",
        ...sign({ subgraph, method: "POST", path, body }, caller),
      },
      body,
      // A mutation once begun is seen through, whether or not its client waits for the answer.
      signal: repeatable ? caller.signal : null,
      maxAnswerBytes,
      isCircuitOpen: endpoint.circuit.rests,
    });
    // A refused signature is a fault of our set-up; the caller can do nothing about it.
    if (isSigned && answer.statusCode === 401) throw new Error(`${subgraph} did not believe our signature`);
    if (answer.statusCode === 503 && answer.text === JSON.stringify(behindAnswer))
      throw new GatewayRefusal("SUBGRAPH_UNAVAILABLE", { serviceName: subgraph });
    return answer.text;
  };

  const sendPatiently = async (endpoint: Endpoint, request: SubgraphPost, caller: Caller) => {
    try {
      return await send(endpoint, request, caller);
    } catch (error) {
      if (!request.repeatable || !isBrokenConnection(error) || caller.signal.aborted) throw error;
      return send(endpoint, request, caller);
    }
  };

  const lost = (subgraph: string, error: unknown, caller: Caller): GatewayRefusal => {
    if (error instanceof GatewayRefusal) return error;
    if (!caller.signal.aborted) onFailure?.(subgraph, error);
    return new GatewayRefusal("SUBGRAPH_UNAVAILABLE", { serviceName: subgraph });
  };

  const postForText = async (request: SubgraphPost, caller: Caller): Promise<string> => {
    const endpoint = endpointOf(request.subgraph);
    const { circuit } = endpoint;
    if (!circuit.admits())
      throw new GatewayRefusal("SUBGRAPH_UNAVAILABLE", { serviceName: request.subgraph });
    try {
      const text = await sendPatiently(endpoint, request, caller);
      circuit.answered();
      return text;
    } catch (error) {
      if (error instanceof GatewayRefusal) circuit.answered();
      else if (isTimeout(error)) circuit.timedOut();
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
      } catch {
        // The parser's own message would repeat what was answered.
        throw lost(request.subgraph, new Error("an answer that is not JSON"), caller);
      }
    },

    async stream({ subgraph, method, path, headers, body }, caller) {
      const { pool } = endpointOf(subgraph);
      try {
        return await pool.request({
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

    origin: (subgraph) => endpointOf(subgraph).origin,

    async close() {
      await Promise.all([...origins.values()].map(({ pool }) => pool.destroy()));
      origins.clear();
      endpoints.clear();
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
