import type { Channel } from "../domain/channel.js";

/**
 * The accounts of a school's books.
 *
 * - `RECEIVABLE`: what students owe (應收). Debit balance: still open.
 * - `FEES_BILLED`: what was billed, for whoever the fee is for (應付代收). Credit balance.
 * - `COLLECTED_<channel>`: what a channel reported and owes the school until it settles. Debit balance.
 * - `WAIVERS`: what the school waives of what was billed (減免). Debit balance.
 * - `BANK`: what the bank has paid into the school's account, less what it has paid out of it. Debit balance.
 * - `REFUNDS_PAYABLE`: refunds that are approved and not yet paid out (應付退款). Credit balance.
 * - `UNAPPLIED`: money paid under a retired number that its new bill does not fit, until a cashier decides (待處理). Credit balance.
 * - `OVERPAYMENTS`: money that settled no bill and is owed back to its payer (溢繳). Credit balance.
 *
 * The city's own book (`cityBook`) has `BANK` and
 *
 * - `SUSPENSE`: money that the bank's file brought and nobody can place yet (暫收). Credit balance.
 */
export type LedgerAccount =
  | "RECEIVABLE"
  | "FEES_BILLED"
  | "WAIVERS"
  | "OVERPAYMENTS"
  | "UNAPPLIED"
  | "BANK"
  | "REFUNDS_PAYABLE"
  | "SUSPENSE"
  | CollectedAccount;

/** Stands where a school's code does, which has six characters: the book of what belongs to no school yet. */
export const cityBook = "CITY";

export type CollectedAccount = `COLLECTED_${Channel}`;

export function collectedBy(channel: Channel): CollectedAccount {
  return `COLLECTED_${channel}`;
}

/** All that was ever debited and credited to an account. */
export interface Balance {
  account: string;
  /** Whole NT$. */
  debits: number;
  /** Whole NT$. */
  credits: number;
}
