import type { MobileNumber } from "@campus-graph/kit/text/mobile-number";

export interface SmsMessage {
  /** The same in every try, for a provider that knows a repeated message by it. */
  id: string;
  to: MobileNumber;
  text: string;
}

/** ACCEPTED: the provider has it. DELIVERED and FAILED: what it said later. */
export type SmsState = "ACCEPTED" | "DELIVERED" | "FAILED";

/** Hands text messages to whoever carries them; throws when they are not taken. */
export interface SmsProvider {
  /** Whether it says later what became of a message. */
  isAskedLater: boolean;
  send(message: SmsMessage): Promise<{ reference: string | null }>;
  stateOf(reference: string): Promise<SmsState>;
}
