/** A way to pay a bill. */
export const channels = ["EASY_WALLET", "PAY_TAIPEI", "CREDIT_CARD", "ATM", "CONVENIENCE_STORE"] as const;
export type Channel = (typeof channels)[number];

/** What the city knows of a channel's habits. */
interface Habits {
  /** How many days after the due date it still takes money. */
  openDaysAfterDue: number;
  /** How long the news of a payment may take, and so how long a started payment is held. */
  claimMinutes: number;
  /** After how many days the bank's file should have brought a payment. */
  settledAfterDays: number;
}

const minutesPerDay = 24 * 60;

/**
 * The tills' own latency sets how long a claim lasts: a store tells after three days, PayTaipei after one, the bank
 * the same day, card and wallet at once. Overdue closes the tills first, and the bank's account last.
 */
export const channelHabits: Readonly<Record<Channel, Habits>> = {
  EASY_WALLET: { openDaysAfterDue: 0, claimMinutes: 15, settledAfterDays: 0 },
  PAY_TAIPEI: { openDaysAfterDue: 0, claimMinutes: minutesPerDay, settledAfterDays: 1 },
  CREDIT_CARD: { openDaysAfterDue: 0, claimMinutes: 15, settledAfterDays: 0 },
  ATM: { openDaysAfterDue: 7, claimMinutes: minutesPerDay, settledAfterDays: 0 },
  CONVENIENCE_STORE: { openDaysAfterDue: 0, claimMinutes: 3 * minutesPerDay, settledAfterDays: 3 },
};
