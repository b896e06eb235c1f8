import type { AttemptRule } from "@campus-graph/kit/attempts";

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

/** How soon a further code may be sent to the same target. */
export const resendPauseMs = 30_000;

/**
 * How often codes are sent. The pause and `target` count what one network asks of one target, so that a stranger
 * elsewhere takes nothing from its owner; `everywhere` is for all networks together, so that many strangers cannot flood
 * a mailbox, and devices that are known there pass it. `address` keeps one sender in bounds (a school shares one
 * address), `overall` our mail server. Applying and signing in count apart: a guardian who just applied can sign in at
 * once.
 */
export const codeLimits = {
  APPLICATION: {
    pause: { scope: "code.pause", limit: 1, windowMs: resendPauseMs },
    target: { scope: "code.target", limit: 10, windowMs: hourMs },
    everywhere: { scope: "code.everywhere", limit: 40, windowMs: hourMs },
    address: { scope: "code.address", limit: 200, windowMs: hourMs },
    overall: { scope: "code.overall", limit: 3_000, windowMs: 10 * minuteMs },
  },
  SIGN_IN: {
    pause: { scope: "sign-in-code.pause", limit: 1, windowMs: resendPauseMs },
    target: { scope: "sign-in-code.target", limit: 10, windowMs: hourMs },
    everywhere: { scope: "sign-in-code.login", limit: 40, windowMs: hourMs },
    address: { scope: "sign-in-code.address", limit: 200, windowMs: hourMs },
    overall: { scope: "sign-in-code.overall", limit: 3_000, windowMs: 10 * minuteMs },
  },
} as const satisfies Record<string, Record<string, AttemptRule>>;

/** Codes that one account is mailed, by whichever of its names they are asked for. Beyond it none goes out, which nobody is told. */
export const codesOfAccount: AttemptRule = { scope: "sign-in-code.account", limit: 40, windowMs: hourMs };

/** Declaring tells whether a verified login is this person's: not a way to try out national IDs. */
export const declarationLimit: AttemptRule = { scope: "declare", limit: 30, windowMs: hourMs };

/** Tries at the current password from within a session. */
export const currentPasswordLimit: AttemptRule = {
  scope: "current-password",
  limit: 5,
  windowMs: 15 * minuteMs,
};

/**
 * Failed sign-ins per account, and per name that is typed, within 15 minutes: six from browsers that never signed in to it, four from those that
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
