import type { Channel } from "../domain/channel.js";
import type { SchoolDay } from "../domain/school-day.js";

/** What the bank says of one day: money that it paid in, and refunds that it paid out. */
export interface SettlementContent {
  /** The client id of the partner whose file it is. */
  partner: string;
  day: SchoolDay;
  /** A day may have several files, counted from 1. */
  number: number;
  lines: readonly SettlementLine[];
}

export interface SettlementLine {
  /** Where it stands in the file, counted from 1. */
  line: number;
  kind: "PAYMENT" | "REFUND";
  /** The partner's own number; of a refund, the bank's. */
  transactionNumber: string;
  /** PAYMENT: the number that was paid, as it stands in the file. REFUND: the refund's id. */
  reference: string;
  /** Whole NT$. */
  amount: number;
  /** Null for a refund. */
  channel: Channel | null;
  /** The day in Taipei on which it was paid. */
  day: SchoolDay;
}

/** What the file's last line says of all that stand before it. */
export interface SettlementTrailer {
  count: number;
  paidIn: number;
  paidOut: number;
}

/** A kind of file: whether a text is one, and what it says. `read` throws {@link UnreadableLine}. */
export interface SettlementFormat {
  name: string;
  recognises(text: string): boolean;
  read(text: string): { content: SettlementContent; trailer: SettlementTrailer };
}

/** What is wrong with a line, in both languages. */
export class UnreadableLine extends Error {
  constructor(
    readonly line: number,
    readonly rule: { "zh-TW": string; en: string },
  ) {
    super(`Line ${line}: ${rule.en}`);
  }
}
