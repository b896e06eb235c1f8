import { type Channel, channelHabits } from "./channel.js";

export interface NewPaymentClaim {
  id: string;
  billId: string;
  subject: string;
  channel: Channel;
  startedAt: Date;
  expiresAt: Date;
}

/** A guardian's word that they are paying a bill through a channel right now; it lapses by itself, or is ended. */
export class PaymentClaim {
  readonly id: string;
  readonly billId: string;
  readonly subject: string;
  readonly channel: Channel;
  readonly startedAt: Date;
  readonly expiresAt: Date;
  endedAt: Date | null = null;

  constructor(claim: NewPaymentClaim) {
    this.id = claim.id;
    this.billId = claim.billId;
    this.subject = claim.subject;
    this.channel = claim.channel;
    this.startedAt = claim.startedAt;
    this.expiresAt = claim.expiresAt;
  }

  /** Taken back, or given up for another channel. False when it was over already. */
  end(now: Date): boolean {
    if (this.endedAt) return false;
    this.endedAt = now;
    return true;
  }
}

/** How long the channel may take to tell of a payment started now. */
export function claimExpiry(channel: Channel, startedAt: Date): Date {
  return new Date(startedAt.getTime() + channelHabits[channel].claimMinutes * 60_000);
}
