import type { WebSocket } from "ws";

const second = 1_000;

/**
 * Reads no more of a client than so many messages a second, and what came along with them. A flood thus backs up in the
 * client's own network, and costs the others nothing.
 */
export function throttleIncoming(socket: WebSocket, messagesPerSecond: number): void {
  let count = 0;
  let since = performance.now();
  const onFrame = () => {
    const now = performance.now();
    if (now - since >= second) {
      since = now;
      count = 0;
    }
    count += 1;
    if (count < messagesPerSecond || socket.isPaused) return;
    socket.pause();
    setTimeout(() => socket.resume(), since + second - now).unref();
  };
  for (const kind of ["message", "ping", "pong"] as const) socket.on(kind, onFrame);
}
