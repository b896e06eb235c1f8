import type { Authenticated } from "../viewer/authenticate.js";
import { concerns, type Ended } from "../viewer/sessions.js";
import type { SocketLimits } from "./limits.js";

/** Close codes of the graphql-transport-ws protocol, and of WebSocket itself, that the gateway sends. */
export const closeCodes = {
  goingAway: 1001,
  tryAgainLater: 1013,
  unauthorized: 4401,
  forbidden: 4403,
} as const;

export interface Closable {
  close(code: number, reason: string): void;
  terminate(): void;
  /** Closes so that its client comes back elsewhere, as soon as what it asked for is answered. */
  leave(): void;
  /** Bytes that were sent and still wait in this process. */
  readonly bufferedAmount: number;
}

/** Every open socket: whose it is, how many they hold, and when it must close. */
export interface Sockets {
  /** False when the address holds as many as it may. */
  enter(address: string): boolean;
  leave(address: string): void;
  /** The socket is this viewer's from now on; false when they hold as many as they may. */
  claim(socket: Closable, authenticated: Authenticated): boolean;
  release(socket: Closable): void;
  /** Closes what belongs to a sign-in that is over. */
  end(ended: Ended): void;
  /** Cuts those of the subject's that are too slow: what waits to be sent there must not be sent any more. */
  cutUnsent(subject: string): void;
  /** Sends everybody elsewhere. */
  closeAll(): void;
  count(): number;
}

/** The longest time that a timer can be set to. */
const longestTimerMs = 2 ** 31 - 1;

export function createSockets(limits: Pick<SocketLimits, "perAddress" | "perViewer">): Sockets {
  const perAddress = new Map<string, number>();
  const perViewer = new Map<string, number>();
  const open = new Map<Closable, { authenticated: Authenticated; expiry: NodeJS.Timeout | undefined }>();

  const take = (counts: Map<string, number>, key: string, most: number): boolean => {
    const held = counts.get(key) ?? 0;
    if (held >= most) return false;
    counts.set(key, held + 1);
    return true;
  };
  const give = (counts: Map<string, number>, key: string): void => {
    const held = counts.get(key) ?? 0;
    if (held > 1) counts.set(key, held - 1);
    else counts.delete(key);
  };

  return {
    enter: (address) => take(perAddress, address, limits.perAddress),
    leave: (address) => give(perAddress, address),
    claim(socket, authenticated) {
      const { viewer, expiresAt } = authenticated;
      if (viewer.subject !== null && !take(perViewer, viewer.subject, limits.perViewer)) return false;
      const expiry =
        expiresAt &&
        setTimeout(
          () => shut(socket, "TOKEN_EXPIRED"),
          Math.min(Math.max(expiresAt.getTime() - Date.now(), 0), longestTimerMs),
        );
      expiry?.unref();
      open.set(socket, { authenticated, expiry: expiry ?? undefined });
      return true;
    },
    release(socket) {
      const held = open.get(socket);
      if (!held) return;
      clearTimeout(held.expiry);
      open.delete(socket);
      const { subject } = held.authenticated.viewer;
      if (subject !== null) give(perViewer, subject);
    },
    end(ended) {
      for (const [socket, { authenticated }] of open)
        if (concerns(ended, authenticated)) shut(socket, "SESSION_ENDED");
    },
    cutUnsent(subject) {
      for (const [socket, { authenticated }] of open)
        if (authenticated.viewer.subject === subject && socket.bufferedAmount > 0) socket.terminate();
    },
    closeAll() {
      for (const socket of open.keys()) socket.leave();
    },
    count: () => open.size,
  };
}

/** Long enough for a client to answer the close, and no longer: who does not is cut. */
export const farewellMs = 1_000;

function shut(socket: Closable, reason: string): void {
  socket.close(closeCodes.forbidden, reason);
  setTimeout(() => socket.terminate(), farewellMs).unref();
}
