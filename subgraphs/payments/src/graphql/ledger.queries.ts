import { Arg, Ctx, ID, Query, Resolver } from "type-graphql";
import { type Balance, balancesOf } from "../ledger/balances.js";
import type { PaymentsContext } from "../services.js";
import { LedgerBalanceType } from "./ledger-balance.type.js";

@Resolver()
export class LedgerQueries {
  @Query(() => [LedgerBalanceType], {
    description:
      "The balance of every account of a school's books, summed at the moment of asking; for its cashiers.",
  })
  ledgerBalances(
    @Ctx() { em }: PaymentsContext,
    @Arg("schoolCode", () => ID, { description: "The school whose books to read." }) schoolCode: string,
  ): Promise<Balance[]> {
    return balancesOf(em, schoolCode);
  }
}
