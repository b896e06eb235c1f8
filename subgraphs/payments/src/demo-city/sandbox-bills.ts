import { demoPeople } from "@campus-graph/schema/demo-city";

/** A bill by whose number a partner's program meets something on purpose. */
export interface SandboxBill {
  serial: string;
  amount: number;
  state: "UNPAID" | "PAID" | "VOIDED" | "SUPERSEDED" | "PAST_DUE";
  /** What a look-up answers, and what becomes of a notice. */
  lookUp: string;
  notice: string;
}

/** The sandbox has a school, a prefix and a student of its own, so that no cashier or guardian of the demo ever meets it. */
export const sandbox = {
  schoolCode: "999999",
  schoolName: "合作業者測試學校",
  prefix: "480399",
  studentId: "0195d000-0000-7000-8000-0000000000a0",
  classId: "0195d000-0000-7000-8000-0000000000a1",
  maskedName: "測O生",
  cashier: demoPeople.cashier.subjectId,
  /** The wallet's payment of the paid bill. */
  transactionNumber: "SANDBOX-TAKEN",
} as const;

/** In this order, and under these numbers from start to start. */
export const sandboxBills: readonly SandboxBill[] = [
  {
    serial: "900000001",
    amount: 1_000,
    state: "UNPAID",
    lookUp: "UNPAID, every channel",
    notice: "`AMOUNT_DIFFERS` for another amount; RECEIVED once, then OVERPAYMENT",
  },
  {
    serial: "900000002",
    amount: 2_000,
    state: "PAID",
    lookUp: "PAID, no channel",
    notice: "OVERPAYMENT; `TRANSACTION_CONFLICT` under SANDBOX-TAKEN",
  },
  {
    serial: "900000003",
    amount: 3_000,
    state: "VOIDED",
    lookUp: "VOIDED, no channel",
    notice: "OVERPAYMENT",
  },
  {
    serial: "900000004",
    amount: 4_000,
    state: "SUPERSEDED",
    lookUp: "SUPERSEDED, no channel",
    notice: "UNAPPLIED: the bill in its place asks for NT$4,500",
  },
  {
    serial: "900000005",
    amount: 5_000,
    state: "PAST_DUE",
    lookUp: "UNPAID, no channel: past due",
    notice: "RECEIVED once: money that was taken is booked",
  },
  {
    serial: "900000006",
    amount: 25_000,
    state: "UNPAID",
    lookUp: "UNPAID, every channel but the store's: above its cap",
    notice: "RECEIVED once, through the store too",
  },
];

/** What stands in the place of the superseded one. */
export const sandboxReplacement = { serial: "900000007", amount: 4_500 } as const;

/** A number that no bill will ever have: the sandbox's own prefix, and a serial that is not among its bills. */
export const unknownSandboxNumber = `${sandbox.prefix}9000000990`;
