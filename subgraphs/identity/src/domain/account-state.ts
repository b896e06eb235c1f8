import type { Account } from "./account.js";

/** What an account's sign-in is in: the first of these that holds, in this order. */
export type AccountState = "DISABLED" | "LOCKED" | "AWAITING_FIRST_SIGN_IN" | "ACTIVE";

/** `isLocked`: strangers have used up the failures that they have, for some minutes. */
export function accountStateOf(account: Account, isLocked: boolean): AccountState {
  if (account.isDisabled) return "DISABLED";
  if (isLocked) return "LOCKED";
  return account.mustChangePassword ? "AWAITING_FIRST_SIGN_IN" : "ACTIVE";
}
