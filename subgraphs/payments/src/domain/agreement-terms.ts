import type { Channel } from "./channel.js";
import type { CheckRule } from "./check-digit.js";
import type { Money } from "./money.js";

/** What a school agreed with its bank: how its bills are numbered and which channels take them. */
export interface AgreementTerms {
  id: string;
  schoolCode: string;
  /** 6 digits, the school's own within the bank's numbering. */
  prefix: string;
  checkRule: CheckRule;
  /** 3 digits. */
  bankCode: string;
  bankName: string;
  /** The biller's 3 characters on the stores' slips. */
  collectionCode: string;
  /** The most that a store takes on one slip, in whole NT$. */
  storeCapNtd: number;
  channels: readonly Channel[];
}

/** Whether the agreement takes a bill of this amount through the channel at all, whatever the day. */
export function takes(
  agreement: Pick<AgreementTerms, "channels" | "storeCapNtd">,
  channel: Channel,
  amount: Money,
): boolean {
  if (!agreement.channels.includes(channel)) return false;
  return channel !== "CONVENIENCE_STORE" || amount <= agreement.storeCapNtd;
}
