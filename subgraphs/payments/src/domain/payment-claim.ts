import { type Channel, channelHabits } from "./channel.js";

/** A guardian's word that they are paying a bill through a channel right now; it lapses by itself. */
export interface PaymentClaim {
  id: string;
  billId: string;
  subject: string;
  channel: Channel;
  startedAt: Date;
  expiresAt: Date;
}

/** How long the channel may take to tell of a payment started now. */
export function claimExpiry(channel: Channel, startedAt: Date): Date {
  return new Date(startedAt.getTime() + channelHabits[channel].claimMinutes * 60_000);
}
