import type { ExecutionResult } from "graphql";
import { createClient } from "graphql-sse";
import type { Gateway } from "../gateway.js";
import { execute } from "./execute.js";
import { TestSocket } from "./socket.js";

interface Delivered {
  data?: unknown;
  errors: { message?: string; extensions?: Record<string, unknown> }[];
}

type Transport = (gateway: Gateway, query: string, variables?: Record<string, unknown>) => Promise<Delivered>;

/** One operation as an event stream. */
export function streamed(
  { url }: Gateway,
  query: string,
  variables?: Record<string, unknown>,
  headers: Record<string, string> = {},
): AsyncIterableIterator<ExecutionResult<Record<string, unknown>>> {
  const client = createClient({
    url: `${url}/graphql`,
    headers: { "accept-language": "en", ...headers },
    retryAttempts: 0,
  });
  return client.iterate({ query, ...(variables && { variables }) }) as AsyncIterableIterator<
    ExecutionResult<Record<string, unknown>>
  >;
}

/** One operation and its first answer, over everything that takes operations. HTTP's status stands in the errors' stead. */
export const transports: Readonly<Record<string, Transport>> = {
  async HTTP(gateway, query, variables) {
    const { data, errors, status } = await execute(gateway, query, variables ? { variables } : {});
    if (status >= 500) throw new Error(`HTTP ${status}`);
    return { data, errors };
  },

  async WebSocket(gateway, query, variables) {
    await using socket = new TestSocket(gateway);
    try {
      const [message] = await TestSocket.take(socket.run(query, variables), 1);
      return { data: message?.data, errors: [...(message?.errors ?? [])] };
    } catch (refused) {
      // A message too large is answered by closing the socket, all else by errors.
      return { errors: Array.isArray(refused) ? refused : [{ extensions: { code: "PAYLOAD_TOO_LARGE" } }] };
    }
  },

  async "an event stream"(gateway, query, variables) {
    try {
      const { value } = await streamed(gateway, query, variables).next();
      return { data: value?.data, errors: [...(value?.errors ?? [])] };
    } catch (refused) {
      // What is no operation yet is answered by HTTP's own means.
      const { response } = refused as { response: Response };
      if (response.status >= 500) throw new Error(`HTTP ${response.status}`);
      return (await response.json()) as Delivered;
    }
  },
};
