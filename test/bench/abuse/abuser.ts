import { request } from "undici";
import WebSocket from "ws";
import type { Abusive } from "./abusive.js";

/** Somebody who sends what must be refused, over HTTP or over sockets. Throws when it is not refused. */
export type Abuser = (abuse: Abusive) => Promise<void>;

/** Each over a connection of its own, as the gateway closes it on what is too large. */
export function overHttp(url: string): Abuser {
  return async ({ name, body, code }) => {
    try {
      const answer = await request(url, {
        method: "POST",
        headers: { "content-type": "application/json", accept: "application/json" },
        body,
      });
      const text = await answer.body.text();
      if (answer.statusCode >= 500 || !text.includes(`"${code ?? "PAYLOAD_TOO_LARGE"}"`))
        throw new Error(`${name} is answered with ${answer.statusCode}: ${text.slice(0, 200)}`);
    } catch (error) {
      // The gateway need not read to the end what it refuses.
      if (code !== null || !isCut(error)) throw error;
    }
  };
}

function isCut(error: unknown): boolean {
  const { code = "" } = error as { code?: string };
  return ["UND_ERR_SOCKET", "ECONNRESET", "EPIPE"].includes(code);
}

/** Each over a socket of its own. */
export function overSockets(url: string): Abuser {
  return ({ name, body, code }) => {
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    const socket = new WebSocket(url.replace("http", "ws"), "graphql-transport-ws");
    const send = (message: string) => socket.send(message);
    socket.once("open", () => send('{"type":"connection_init"}'));
    socket.on("message", (data) => {
      const text = String(data);
      if (text.includes('"connection_ack"')) send(`{"id":"1","type":"subscribe","payload":${body}}`);
      else if (code !== null && text.includes(`"${code}"`)) socket.close();
      else reject(new Error(`${name} is answered with ${text.slice(0, 200)}`));
    });
    socket.on("error", () => undefined);
    socket.once("close", (closedBy) => {
      if (code !== null || closedBy === 1009 || closedBy === 1006) resolve();
      else reject(new Error(`${name} closes its socket with ${closedBy}`));
    });
    return promise;
  };
}
