import type { Gateway } from "../gateway.js";
import { ask } from "./ask.js";
import { TestSocket } from "./socket.js";

interface Told {
  data?: unknown;
  errors: { message?: string; extensions?: Record<string, unknown> }[];
}

type Asking = (gateway: Gateway, query: string, variables?: Record<string, unknown>) => Promise<Told>;

/** One operation and its first answer, over everything that takes operations. HTTP's status stands in the errors' stead. */
export const transports: Readonly<Record<string, Asking>> = {
  async HTTP(gateway, query, variables) {
    const { data, errors, status } = await ask(gateway, query, variables ? { variables } : {});
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
};
