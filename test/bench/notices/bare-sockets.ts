import { createServer } from "node:http";
import { type WebSocket, WebSocketServer } from "ws";
import type { PushOrder } from "./orders.js";

/**
 * The least that a delivery can cost: sockets of `ws`, and bytes that are ready, of a notice's length. Nobody is asked
 * who they are, nothing is read. A process of its own.
 */
const server = createServer();
const sockets: WebSocket[] = [];
new WebSocketServer({ server, perMessageDeflate: false }).on("connection", (socket) => {
  sockets.push(socket);
  socket.on("message", (data) => {
    if (String(data).includes("connection_init")) socket.send('{"type":"connection_ack"}');
  });
});
server.listen(Number(process.env.PORT), "127.0.0.1", () => process.send?.("ready"));

let pushed = 0;
process.on("message", async ({ push, everyMs }: PushOrder) => {
  const committed: [string, number][] = [];
  for (let at = 0; at < push; at++) {
    const id = `${pushed}`.padStart(36, "0");
    committed.push([id, performance.timeOrigin + performance.now()]);
    sockets[pushed++ % sockets.length]!.send(`${process.env.BEFORE}"bill":{"id":"${id}"${process.env.AFTER}`);
    if (everyMs > 0) await new Promise((resolve) => setTimeout(resolve, everyMs));
  }
  process.send?.(committed);
});
