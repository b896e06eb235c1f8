import type { Channel } from "./channel.js";

/** What can have happened to a bill. */
export const billHistoryKinds = [
  "ISSUED",
  "TOLD",
  "PAYMENT_STARTED",
  "PAYMENT_ENDED",
  "PAID",
  "OVERPAID",
  "UNAPPLIED",
  "AMENDED",
  "VOIDED",
  "WAIVED",
  "REDUCED",
  "REFUNDED",
] as const;
export type BillHistoryKind = (typeof billHistoryKinds)[number];

/** One thing that happened to a bill, as its school may know it: never which guardian it was. */
export interface BillHistoryEntry {
  kind: BillHistoryKind;
  at: Date;
  /** The subject of the cashier who issued, amended, voided, waived or, once it was paid, reduced it. */
  by: string | null;
  /** How many guardians were told. */
  guardians: number | null;
  channel: Channel | null;
  amount: number | null;
  partner: string | null;
  transactionNumber: string | null;
  /** Why it was amended, voided, waived or reduced. */
  reason: string | null;
}
