import type { WebSocket } from "ws";

/** Pings sockets, and cuts those that do not answer. */
export interface KeepAlive {
  /** Until it closes. The first ping comes after a whole interval. */
  watch(socket: WebSocket): void;
  stop(): void;
}

/** Into how many turns the pings of an interval are spread, so that ten thousand do not leave at one moment. */
const turns = 24;

/** One timer for all sockets: with one each, ten thousand timers and their closures were a part of what idle costs. */
export function createKeepAlive(intervalMs: number): KeepAlive {
  /** Whom each turn pings, and whether they have answered the last one. */
  const watched = Array.from({ length: turns }, () => new Map<WebSocket, boolean>());
  let turn = 0;
  const timer = setInterval(() => {
    turn = (turn + 1) % turns;
    for (const [socket, hasAnswered] of watched[turn]!) {
      if (!hasAnswered) {
        socket.terminate();
        continue;
      }
      watched[turn]!.set(socket, false);
      socket.ping();
    }
  }, intervalMs / turns).unref();

  return {
    watch(socket) {
      const inTurn = watched[turn]!;
      inTurn.set(socket, true);
      socket.on("pong", () => inTurn.set(socket, true));
      socket.once("close", () => inTurn.delete(socket));
    },
    stop: () => clearInterval(timer),
  };
}
