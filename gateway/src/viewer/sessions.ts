import type { Viewer } from "@campus-graph/kit/auth/viewer";
import { GatewayRefusal } from "../errors/refusal.js";
import type { Authenticated } from "./authenticate.js";

/**
 * A session that is over before its tokens are; everything that a subject began before a moment; what tokens it got
 * before, but for those of one session; what a program got before of the people who use it; or those that name a role which the subject holds no
 * longer. But for the first two, people sign in anew at once, or get a new token for their session.
 */
export type Ended =
  | { readonly session: string }
  | { readonly subject: string; readonly before: Date }
  | { readonly subject: string; readonly notBefore: Date; readonly except: string | null }
  | { readonly client: string; readonly before: Date }
  | {
      readonly subject: string;
      readonly role: string;
      readonly schoolCode: string | null;
      readonly overSince: Date;
    };

/** Knows which sign-ins are over although their tokens still verify. */
export interface Sessions {
  /** Throws UNAUTHENTICATED for an ended or expired sign-in, SESSION_UNCERTAIN when the bus has been silent for too long. */
  check(authenticated: Authenticated): void;
  /** Whether the sign-in was ended; one that has merely expired was not. */
  hasEnded(authenticated: Authenticated): boolean;
  /** From now on the sign-in is over. */
  end(ended: Ended): void;
  /** All ends up to that long ago are known. */
  noteAlive(msAgo: number): void;
  /** Whether the bus was read recently enough for sessions to be believed. */
  isCurrent(): boolean;
  onEnd(listener: (ended: Ended) => void): void;
}

interface Options {
  /** How long the bus may be silent; null: there is no bus, and nothing is refused for its silence. */
  silenceMs: number | null;
  now?: () => number;
}

/** Access tokens live five minutes; an end that is remembered for ten outlives every one that it concerns. */
export const endsRememberedMs = 10 * 60_000;

export function createSessions({ silenceMs, now = Date.now }: Options): Sessions {
  const ends = new Map<string, { ended: Ended; until: number }>();
  const listeners: ((ended: Ended) => void)[] = [];
  let lastReceived = now();
  let hasReceived = silenceMs === null;
  const isSilent = () => silenceMs !== null && now() - lastReceived > silenceMs;

  const forgetOld = () => {
    for (const [key, { until }] of ends) if (until <= now()) ends.delete(key);
  };

  const hasEnded = (authenticated: Authenticated): boolean => {
    if (ends.size === 0) return false;
    const { session, subject, clientId, roles } = authenticated.viewer;
    const ofRoles = roles.map(({ role, schoolCode }) => roleKey(subject, role, schoolCode ?? null));
    const keys = [`session ${session}`, `subject ${subject}`, `tokens of ${subject}`, `client ${clientId}`];
    return [...keys, ...ofRoles].some((key) => {
      const known = ends.get(key);
      return known !== undefined && concerns(known.ended, authenticated);
    });
  };

  return {
    hasEnded,
    check(authenticated) {
      const { viewer, expiresAt } = authenticated;
      if (viewer.assurance === "anonymous") return;
      // A socket that is closing can still deliver messages for a moment.
      if (expiresAt !== null && expiresAt.getTime() <= now()) throw new GatewayRefusal("UNAUTHENTICATED");
      if (hasEnded(authenticated)) throw new GatewayRefusal("UNAUTHENTICATED");
      if (isSilent()) throw new GatewayRefusal("SESSION_UNCERTAIN");
    },
    end(ended) {
      forgetOld();
      const key = keyOf(ended);
      const known = ends.get(key)?.ended;
      // Of a disabled account it is heard twice, and the later moment is the one that holds.
      const isOlder = known && "before" in known && "before" in ended && ended.before <= known.before;
      if (!isOlder) ends.set(key, { ended, until: now() + endsRememberedMs });
      for (const listener of listeners) listener(ended);
    },
    noteAlive(msAgo) {
      lastReceived = Math.max(lastReceived, now() - msAgo);
      hasReceived = true;
    },
    isCurrent: () => hasReceived && !isSilent(),
    onEnd: (listener) => void listeners.push(listener),
  };
}

function keyOf(ended: Ended): string {
  if ("session" in ended) return `session ${ended.session}`;
  if ("client" in ended) return `client ${ended.client}`;
  if ("role" in ended) return roleKey(ended.subject, ended.role, ended.schoolCode);
  return "notBefore" in ended ? `tokens of ${ended.subject}` : `subject ${ended.subject}`;
}

function roleKey(subject: string | null, role: string, schoolCode: string | null): string {
  return `role of ${subject} ${role} ${schoolCode ?? ""}`;
}

/**
 * Access tokens tell their second of issue only. One of the same second counts as older, as the safer guess, unless
 * its holder may have signed in anew since: then the end of its session tells.
 */
export function concerns(ended: Ended, { viewer, issuedAt }: Authenticated): boolean {
  if ("session" in ended) return viewer.session === ended.session;
  if ("client" in ended)
    return (
      viewer.clientId === ended.client &&
      // A suspended partner's own requests are refused by name, which tells it what to do with its notices (decision 28).
      viewer.subject !== ended.client &&
      (issuedAt === null || issuedAt <= ended.before)
    );
  if (viewer.subject !== ended.subject) return false;
  if (issuedAt === null) return true;
  if ("role" in ended) return holds(viewer, ended.role, ended.schoolCode) && issuedAt <= ended.overSince;
  if ("before" in ended) return issuedAt <= ended.before;
  if (viewer.session === null) return issuedAt <= ended.notBefore;
  const second = Math.floor(ended.notBefore.getTime() / 1_000) * 1_000;
  return viewer.session !== ended.except && issuedAt.getTime() < second;
}

function holds({ roles }: Pick<Viewer, "roles">, role: string, schoolCode: string | null): boolean {
  return roles.some((held) => held.role === role && (held.schoolCode ?? null) === schoolCode);
}
