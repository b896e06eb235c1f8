import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { type AllowsOrigin, mayOpenSocket } from "../http/headers.js";
import { pathOf } from "../http/server.js";

interface Options {
  path: string;
  /** Whose pages are our own; null: there are none. */
  publicUrl: string | null;
  allowsOrigin: AllowsOrigin;
}

/** The status with which an upgrade is refused, or null. Our own pages may, whatever host the proxy in front asks us by. */
export function refusalOfUpgrade(
  request: IncomingMessage,
  { path, publicUrl, allowsOrigin }: Options,
): string | null {
  if (pathOf(request) !== path) return "404 Not Found";
  const own = publicUrl && new URL(publicUrl).origin;
  const allows: AllowsOrigin = (origin) => origin === own || allowsOrigin(origin);
  return mayOpenSocket(request, allows) ? null : "403 Forbidden";
}

/** Answers an upgrade that is refused, and lets go of its connection. */
export function denyUpgrade(socket: Duplex, status: string): void {
  // Nobody else listens to it any more: the fault of a client that has hung up would end the process.
  socket.on("error", () => undefined);
  // Nobody reads it any more either, so it would never be seen to close.
  socket.once("finish", () => socket.destroy());
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}
