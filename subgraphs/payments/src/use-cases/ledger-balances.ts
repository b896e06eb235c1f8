import type { PaymentsContext } from "../context.js";
import type { Balance } from "../ledger/account.js";
import { balancesOf } from "../persistence/balances.js";

/** The books of a school, by account. */
export function ledgerBalances({ em }: PaymentsContext, schoolCode: string): Promise<Balance[]> {
  return balancesOf(em, schoolCode);
}
