import type { Channel } from "./channel.js";
import type { SchoolDay } from "./school-day.js";

/** What may be wrong with a line of the bank's file, or with a payment that no file brought. */
export const exceptionKinds = [
  "UNKNOWN_NUMBER",
  "AMOUNT_DIFFERS",
  "NOT_NOTIFIED",
  "NOT_SETTLED",
  "DUPLICATE",
  "SUPERSEDED",
] as const;
export type ExceptionKind = (typeof exceptionKinds)[number];

/** What a line was found to be. */
export type Finding = "MATCHED" | Exclude<ExceptionKind, "NOT_SETTLED">;

/** What can be done about an exception. */
export const remedies = ["APPLY", "REFUND", "HOLD"] as const;
export type Remedy = (typeof remedies)[number];

/** A day's file, as it was imported. */
export interface SettlementFile {
  id: string;
  partner: string;
  /** The school whose file it is; null: all of the city's. */
  schoolCode: string | null;
  day: SchoolDay;
  number: number;
  lines: number;
  paidIn: number;
  paidOut: number;
  importedBy: string | null;
  importedAt: Date;
  /** When its last line was booked; null while it is under way. */
  completedAt: Date | null;
}

/** A payment as a line is compared with it. */
export interface NotifiedPayment {
  id: string;
  billId: string;
  schoolCode: string;
  transactionNumber: string;
  accountNumber: string;
  amount: number;
  channel: Channel;
}

/** A line as it is kept. */
export interface BookedLine {
  id: string;
  fileId: string;
  line: number;
  kind: "PAYMENT" | "REFUND";
  partner: string;
  transactionNumber: string;
  reference: string;
  amount: number;
  channel: Channel | null;
  day: SchoolDay;
  finding: Finding;
  paymentId: string | null;
  refundId: string | null;
}

/** What waits for a person. */
export interface SettlementException {
  id: string;
  fileId: string;
  /** 0: no line, but a payment that no file brought. */
  line: number;
  lineId: string | null;
  kind: ExceptionKind;
  /** Whose it is to look at; `cityBook` where nobody knows. */
  schoolCode: string;
  /** The account number, or the refund's id, as the file has it. */
  reference: string;
  transactionNumber: string;
  amount: number;
  /** What the bank says less what was notified, in whole NT$; 0 but for AMOUNT_DIFFERS. */
  difference: number;
  /** Whether its money lies in suspense: nobody could place it. */
  isSuspended: boolean;
  paymentId: string | null;
  openedAt: Date;
  remedy: Remedy | null;
  note: string | null;
  decidedBy: string | null;
  resolvedAt: Date | null;
}

/** What the file comes to, three ways: `bank` = `ledger` = `bills` + `differing` + `suspense` + `givenBack`. Whole NT$, paid in less paid out. */
export interface SettlementTotals {
  /** What the bank's trailer says. */
  bank: number;
  /** What its lines did to the bank's accounts in the books. */
  ledger: number;
  /** What bills, cases and refunds say of the same money. */
  bills: number;
  /** What the bank says beyond what was notified. */
  differing: number;
  /** What nobody could place yet. */
  suspense: number;
  /** What lay in suspense and the bank has back. */
  givenBack: number;
  matched: number;
  exceptions: number;
  openExceptions: number;
}

/** The remedies that an exception has still. */
export function remediesOf({ kind, isSuspended, resolvedAt }: SettlementException): Remedy[] {
  if (resolvedAt) return [];
  if (isSuspended) return ["APPLY", "REFUND", "HOLD"];
  return kind === "NOT_SETTLED" || kind === "AMOUNT_DIFFERS" ? ["HOLD"] : [];
}
