import type { NotifyPaymentInput } from "../src/generated/operations.js";

/** What a proof's protected header says; a partner may have written anything. */
export type ProofHeader = Readonly<Record<string, unknown>>;

/** A question of the partner's for a bill, and the answer that it got. */
export interface LookUp {
  trial: string;
  accountNumber: string;
  /** Undefined: no bill was answered. */
  amount: number | undefined;
  isPayable: boolean;
}

/** A payment that the partner told of, and what it was answered. */
export interface Notice {
  trial: string;
  at: Date;
  /** The credentials that it came with. */
  token: string;
  input: NotifyPaymentInput;
  proof: string;
  header: ProofHeader;
  /** What the city answered; undefined where it was not asked. */
  answered:
    | { receipt: boolean; code?: string; fault?: string; explanation?: string; field?: string }
    | undefined;
}

/** An operation, as it was sent. */
export interface SentOperation {
  query: string;
  clientId: string | undefined;
}

/** All that a partner's program did while it was tried. */
export interface Recorded {
  operations: SentOperation[];
  lookUps: LookUp[];
  notices: Notice[];
}

/** The payments that were told of within a trial. */
export function noticesIn({ notices }: Recorded, trial: string): Notice[] {
  return notices.filter((notice) => notice.trial === trial);
}

/** The look-up of the same number, within the trial. */
export function lookUpBefore({ lookUps }: Recorded, { trial, input }: Notice): LookUp | undefined {
  return lookUps.findLast((each) => each.trial === trial && each.accountNumber === input.accountNumber);
}

/** Whether the program has asked anything at all of the endpoint. */
export function hasRequested({ operations }: Recorded): boolean {
  return operations.length > 0;
}

/** Whether the program has reported any payment. */
export function hasReported({ notices }: Recorded): boolean {
  return notices.length > 0;
}

/** The trials in which these came, each once. */
export function trialsOf(notices: readonly Notice[]): string[] {
  return distinct(notices.map(({ trial }) => trial));
}

export function distinct(texts: readonly string[]): string[] {
  return [...new Set(texts)];
}
