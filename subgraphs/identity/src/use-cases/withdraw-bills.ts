import type { IdentityContext } from "../context.js";
import { keepWithdrawnBills, type WithdrawnBill } from "../persistence/withdrawn-bills.js";

/** Writes down what is asked for no more: letters that still wait for the morning ask for it when they are sent. */
export function withdrawBills(context: IdentityContext, bills: readonly WithdrawnBill[]): Promise<void> {
  return keepWithdrawnBills(context, bills);
}
