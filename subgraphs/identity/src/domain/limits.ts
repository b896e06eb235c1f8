import type { AttemptRule } from "@campus-graph/kit/auth/attempts";
import type { CodeDelivery } from "./contact.js";

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

/** How soon a further code may be sent to the same target. */
export const resendPauseMs = 30_000;

/** What an operator sets: how many codes go out at most. */
export interface CodeCounts {
  /** To one target in an hour, whoever asks. */
  perTarget: number;
  /** Asked for by one network in an hour. Behind one may be a school, or a carrier's telephones. */
  perNetwork: number;
  /** In ten minutes, to everybody, for applying and for signing in each. */
  perTenMinutes: number;
}

/** The same of text messages, each of which costs money. */
export interface SmsCounts extends Omit<CodeCounts, "perTenMinutes"> {
  /** To one number in a day, whoever asks, for applying and signing in together. */
  perTargetAndDay: number;
  /** In a day, to everybody: what the city pays at most. */
  perDay: number;
}

export type CodePurpose = "APPLICATION" | "SIGN_IN" | "CONTACT";

type CodeLimit = "pause" | "target" | "block" | "everywhere" | "account" | "network" | "overall";

/**
 * How often codes are sent. The pause and `target` count what one network asks of one target, so that a stranger
 * elsewhere takes nothing from its owner; `everywhere` is for all networks together, so that many strangers cannot flood
 * a mailbox, and `block` leaves half of that to others than one provider's networks. Who is known at the target counts
 * apart from all strangers; a network from which its owner has just shown a code passes the two wide ones. `account` is the same for all names of an account together, and
 * beyond it no mail goes out, which nobody is told. `network` keeps one sender in bounds, `overall` our mail server.
 * Applying and signing in count apart: a guardian who just applied can sign in at once.
 */
export type CodeLimits = Readonly<
  Record<CodeDelivery, Readonly<Record<CodePurpose, Readonly<Record<CodeLimit, AttemptRule>>>>>
>;

export function codeLimitsOf(mail: CodeCounts, sms: SmsCounts): CodeLimits {
  // The day is what bounds text messages; ten minutes keep a tenth of it from going in one rush.
  const smsCounts = { ...sms, perTenMinutes: Math.ceil(sms.perDay / 10) };
  return {
    EMAIL: {
      APPLICATION: limitsUnder("code", mail),
      SIGN_IN: limitsUnder("sign-in-code", mail),
      CONTACT: limitsUnder("contact-code", mail),
    },
    SMS: {
      APPLICATION: limitsUnder("sms-code", smsCounts),
      SIGN_IN: limitsUnder("sms-sign-in-code", smsCounts),
      CONTACT: limitsUnder("sms-contact-code", smsCounts),
    },
  };
}

/**
 * What text messages cost beyond that, for applying and signing in together, and for those who are known too. `number`
 * is counted by the number that is written to; `strangers` leaves a fifth of the day to those who are known where they
 * ask, so that nobody who asks for codes to a thousand numbers shuts them out.
 */
export type SmsLimits = Readonly<Record<"number" | "strangers" | "budget", AttemptRule>>;

export function smsLimitsOf({ perTargetAndDay, perDay }: SmsCounts): SmsLimits {
  const windowMs = 24 * hourMs;
  return {
    number: { scope: "sms.number", limit: perTargetAndDay, windowMs },
    strangers: { scope: "sms.strangers", limit: Math.ceil(perDay * 0.8), windowMs },
    budget: { scope: "sms.budget", limit: perDay, windowMs },
  };
}

function limitsUnder(scope: string, { perTarget, perNetwork, perTenMinutes }: CodeCounts) {
  return {
    pause: { scope: `${scope}.pause`, limit: 1, windowMs: resendPauseMs },
    target: { scope: `${scope}.target`, limit: Math.min(10, perTarget), windowMs: hourMs },
    block: { scope: `${scope}.block`, limit: Math.ceil(perTarget / 2), windowMs: hourMs },
    everywhere: { scope: `${scope}.everywhere`, limit: perTarget, windowMs: hourMs },
    account: { scope: `${scope}.account`, limit: perTarget, windowMs: hourMs },
    network: { scope: `${scope}.address`, limit: perNetwork, windowMs: hourMs },
    overall: { scope: `${scope}.overall`, limit: perTenMinutes, windowMs: 10 * minuteMs },
  };
}

/** Declaring tells whether a verified login is this person's: not a way to try out national IDs. */
export const declarationLimit: AttemptRule = { scope: "declare", limit: 30, windowMs: hourMs };

/**
 * With an address that signs somebody in, the answer tells whether an ID is that account's: counted for each ID, whoever
 * declares it, but not for the account's own owner, signed in. With a free address it tells nothing.
 */
export const declaredIdLimit: AttemptRule = {
  scope: "declare.national-id",
  limit: 10,
  windowMs: 24 * hourMs,
};

/** Tries at the current password from within a session. */
export const currentPasswordLimit: AttemptRule = {
  scope: "current-password",
  limit: 5,
  windowMs: 15 * minuteMs,
};

/**
 * Failed sign-ins per account, and per name that is typed, within 15 minutes: six from browsers that never signed in to
 * it; two from each that did, four from these together, and then what strangers have left over. Ten in all; and neither a
 * stranger nor one other known device can keep the owner out, who can always sign in by a mailed code.
 */
export const failedSignIns = { unknownDevices: 6, device: 2, devices: 4, windowMs: 15 * minuteMs } as const;

/** Sign-ins to our own apps that are begun or finished from one network, each of which writes something down. */
export const appSignInLimit: AttemptRule = {
  scope: "app-sign-in.address",
  limit: 2_000,
  windowMs: 15 * minuteMs,
};

/** Posts to the sign-in pages from one address, or by the devices that are known to one account, right or wrong. */
export const signInAddressLimit: AttemptRule = {
  scope: "sign-in.address",
  limit: 1_000,
  windowMs: 15 * minuteMs,
};

/** Searches for accounts by one person of an IT office. */
export const accountSearchLimit: AttemptRule = { scope: "find-account", limit: 300, windowMs: hourMs };

/** Tries at a second factor's code: only who has shown the password, or is signed in, has any, so no stranger uses them up. */
export const secondFactorLimits: readonly AttemptRule[] = [
  { scope: "second-factor", limit: 5, windowMs: 15 * minuteMs },
  { scope: "second-factor.day", limit: 40, windowMs: 24 * hourMs },
];

/** Answers of passkeys count apart: none can be guessed, and who tries codes keeps nobody from theirs. */
export const passkeyLimit: AttemptRule = { scope: "passkey", limit: 30, windowMs: 15 * minuteMs };

/** Questions to passkeys, each of which writes something down. */
export const passkeyQuestionLimit: AttemptRule = {
  scope: "passkey.question",
  limit: 120,
  windowMs: 15 * minuteMs,
};

/** National IDs that one person is shown in an hour: a class of them at the most, not a school. */
export const revealLimit: AttemptRule = { scope: "reveal-national-id", limit: 40, windowMs: hourMs };

/** User names that somebody tries for themselves. */
export const userNameLimit: AttemptRule = { scope: "user-name", limit: 20, windowMs: 24 * hourMs };

/** Links to a person's own data that one address tries: each is a secret of 256 bits, so this is for order's sake. */
export const dataLinkLimit: AttemptRule = { scope: "data-link", limit: 60, windowMs: 15 * minuteMs };
