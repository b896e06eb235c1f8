import type { RenewedViewer } from "../viewer/renewed-viewer.js";
import { concerns, type Ended } from "../viewer/sessions.js";
import type { SocketLimits } from "./subscription-limits.js";

/** Close codes of the graphql-transport-ws protocol, and of WebSocket itself, that the gateway sends. */
export const closeCodes = {
  goingAway: 1001,
  tryAgainLater: 1013,
  unauthorized: 4401,
  forbidden: 4403,
} as const;

/** A socket or an event stream, as the register holds it. */
export interface OpenConnection {
  close(code: number, reason: string): void;
  terminate(): void;
  /** Closes so that its client reconnects elsewhere, as soon as its running operations are answered. */
  goAway(): void;
  /** Bytes that were sent and still wait in this process. */
  readonly bufferedAmount: number;
}

/** Every open socket and event stream: whose it is, how many they hold, and when it must close. */
export interface ConnectionRegister {
  /** False when the address holds as many as it may. */
  enter(address: string): boolean;
  exit(address: string): void;
  /** The socket is this viewer's from now on; false when they hold as many as they may. */
  claim(socket: OpenConnection, authenticated: RenewedViewer): boolean;
  release(socket: OpenConnection): void;
  /** Closes what belongs to a sign-in that is over. */
  end(ended: Ended): void;
  /** Cuts those of the subject's that are too slow: what waits to be sent there must not be sent any more. */
  cutUnsent(subject: string): void;
  /** Sends everybody elsewhere. */
  closeAll(): void;
  count(): number;
}

interface Held {
  authenticated: RenewedViewer;
  expiry: NodeJS.Timeout | undefined;
}

/** So long before its token's end a viewer by cookie is renewed, and so often anew where identity gives no answer. */
const renewalLeadMs = 30_000;
const renewalRetryMs = 2_000;
/** What lasts less is not renewed before its end. */
const shortestRenewedMs = 500;

/** The longest time that a timer can be set to. */
const longestTimerMs = 2 ** 31 - 1;

export function createConnectionRegister(
  limits: Pick<SocketLimits, "perAddress" | "perViewer">,
): ConnectionRegister {
  const perAddress = new Map<string, number>();
  const perViewer = new Map<string, number>();
  const open = new Map<OpenConnection, Held>();

  const take = (counts: Map<string, number>, key: string, most: number): boolean => {
    const held = counts.get(key) ?? 0;
    if (held >= most) return false;
    counts.set(key, held + 1);
    return true;
  };
  const release = (counts: Map<string, number>, key: string): void => {
    const held = counts.get(key) ?? 0;
    if (held > 1) counts.set(key, held - 1);
    else counts.delete(key);
  };

  const at = (held: Held, moment: number, act: () => void): void => {
    held.expiry = setTimeout(act, Math.min(Math.max(moment - Date.now(), 0), longestTimerMs));
    held.expiry.unref();
  };

  const watch = (socket: OpenConnection, held: Held): void => {
    const { expiresAt, isRenewable } = held.authenticated;
    if (expiresAt === null) return;
    const end = expiresAt.getTime();
    const left = end - Date.now();
    // The last token of a session ends with it, and there is no other.
    const leadMs = left < shortestRenewedMs ? 0 : Math.min(renewalLeadMs, left / 2);
    if (isRenewable) at(held, end - leadMs, () => void renew(socket, held, end));
    else at(held, end, () => closeEnded(socket, "TOKEN_EXPIRED"));
  };

  const renew = async (socket: OpenConnection, held: Held, end: number): Promise<void> => {
    const isOn = await held.authenticated.renewNow().catch(() => null);
    if (open.get(socket) !== held) return;
    if (isOn) watch(socket, held);
    else if (isOn === false) closeEnded(socket, "SESSION_ENDED");
    // Nobody could say yet; who is not known any more comes back, perhaps to another copy.
    else if (Date.now() >= end) socket.close(closeCodes.tryAgainLater, "SUBGRAPH_UNAVAILABLE");
    else at(held, Math.min(end, Date.now() + renewalRetryMs), () => void renew(socket, held, end));
  };

  return {
    enter: (address) => take(perAddress, address, limits.perAddress),
    exit: (address) => release(perAddress, address),
    claim(socket, authenticated) {
      const { subject } = authenticated.viewer;
      if (subject !== null && !take(perViewer, subject, limits.perViewer)) return false;
      const held: Held = { authenticated, expiry: undefined };
      open.set(socket, held);
      watch(socket, held);
      return true;
    },
    release(socket) {
      const held = open.get(socket);
      if (!held) return;
      clearTimeout(held.expiry);
      open.delete(socket);
      const { subject } = held.authenticated.viewer;
      if (subject !== null) release(perViewer, subject);
    },
    end(ended) {
      for (const [socket, { authenticated }] of open)
        if (concerns(ended, authenticated))
          // Whose session goes on comes back with a new token, which names what roles there are left.
          closeEnded(socket, "role" in ended ? "TOKEN_EXPIRED" : "SESSION_ENDED");
    },
    cutUnsent(subject) {
      for (const [socket, { authenticated }] of open)
        if (authenticated.viewer.subject === subject && socket.bufferedAmount > 0) socket.terminate();
    },
    closeAll() {
      for (const socket of open.keys()) socket.goAway();
    },
    count: () => open.size,
  };
}

/** Long enough for a client to answer the close, and no longer: who does not is cut. */
export const closeTimeoutMs = 1_000;

function closeEnded(socket: OpenConnection, reason: string): void {
  socket.close(closeCodes.forbidden, reason);
  setTimeout(() => socket.terminate(), closeTimeoutMs).unref();
}
