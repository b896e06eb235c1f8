/** An amount in whole NT$, greater than zero. The city bills no cents, so there is nothing to round. */
export type Money = number & { readonly unit: "NT$" };

/** The most that one bill may ask for: a mistyped zero is caught here, and every channel can carry it. */
export const largestBillNtd = 1_000_000;

/** Whether the number is an amount that a bill or one of its items may have. */
export function isMoney(amount: number): amount is Money {
  return Number.isSafeInteger(amount) && amount > 0 && amount <= largestBillNtd;
}

/** Takes a number that is known to be an amount; anything else is a programmer's error. */
export function money(amount: number): Money {
  if (!isMoney(amount)) throw new RangeError(`${amount} is not an amount in whole NT$.`);
  return amount;
}

/** What the amounts come to. It may be more than a bill may ask for: ask `isMoney`. */
export function total(amounts: readonly Money[]): number {
  return amounts.reduce((sum, amount) => sum + amount, 0);
}
