import { Arg, Ctx, ID, Query, Resolver } from "type-graphql";
import type { PaymentsContext } from "../context.js";
import type { Balance } from "../ledger/account.js";
import { ledgerBalances } from "../use-cases/ledger-balances.js";
import { LedgerBalanceType } from "./ledger-balance.type.js";

@Resolver()
export class LedgerQueries {
  @Query(() => [LedgerBalanceType], {
    description:
      "The balance of every account of a school's books, summed at the moment of asking; for its cashiers.",
  })
  ledgerBalances(
    @Ctx() context: PaymentsContext,
    @Arg("schoolCode", () => ID, { description: "The school whose books to read." }) schoolCode: string,
  ): Promise<Balance[]> {
    return ledgerBalances(context, schoolCode);
  }
}
