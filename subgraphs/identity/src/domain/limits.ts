import type { AttemptRule } from "@campus-graph/kit/attempts";

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

/** How soon a further code may be sent to the same target. */
export const resendPauseMs = 30_000;

/**
 * How often codes are sent. The pause and the hourly limit keep a mailbox from being flooded, the limit per address
 * one sender (a school shares one address), the limit over all our mail server. Applying and signing in count apart:
 * a guardian who just applied can sign in at once.
 *
 * Codes for signing in are counted, and superseded, per login and address: a stranger who names a login over and over
 * neither uses up nor outdates the codes of its owner, who is elsewhere. `login` is for all addresses together, so that
 * many strangers cannot flood the mailbox either.
 */
export const codeLimits = {
  APPLICATION: {
    pause: { scope: "code.pause", limit: 1, windowMs: resendPauseMs },
    target: { scope: "code.target", limit: 10, windowMs: hourMs },
    address: { scope: "code.address", limit: 200, windowMs: hourMs },
    overall: { scope: "code.overall", limit: 3_000, windowMs: 10 * minuteMs },
  },
  SIGN_IN: {
    pause: { scope: "sign-in-code.pause", limit: 1, windowMs: resendPauseMs },
    target: { scope: "sign-in-code.target", limit: 10, windowMs: hourMs },
    login: { scope: "sign-in-code.login", limit: 40, windowMs: hourMs },
    address: { scope: "sign-in-code.address", limit: 200, windowMs: hourMs },
    overall: { scope: "sign-in-code.overall", limit: 3_000, windowMs: 10 * minuteMs },
  },
} as const satisfies Record<string, Record<string, AttemptRule>>;

/** Declaring tells whether a verified login is this person's: not a way to try out national IDs. */
export const declarationLimit: AttemptRule = { scope: "declare", limit: 30, windowMs: hourMs };

/** Tries at the current password from within a session. */
export const currentPasswordLimit: AttemptRule = {
  scope: "current-password",
  limit: 5,
  windowMs: 15 * minuteMs,
};

/**
 * Failed sign-ins per account within 15 minutes: six from browsers that never signed in to it, four from those that
 * did. Ten in all; and a stranger who uses up the six cannot keep the owner out, whose own browsers count apart and
 * who can always sign in by a mailed code.
 */
export const failedSignIns = { strangers: 6, knownDevices: 4, windowMs: 15 * minuteMs } as const;

/** Posts to the sign-in pages from one address, right or wrong. */
export const signInAddressLimit: AttemptRule = {
  scope: "sign-in.address",
  limit: 1_000,
  windowMs: 15 * minuteMs,
};
