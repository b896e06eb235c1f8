import { Ctx, FieldResolver, Int, Resolver } from "type-graphql";
import type { PaymentsContext } from "../context.js";
import { countMyUnpaidBills } from "../use-cases/list-bills.js";
import { AccountType } from "./entities.types.js";

@Resolver(() => AccountType)
export class AccountExtension {
  @FieldResolver(() => Int, {
    description:
      "How many bills of the account's children wait to be paid: the badge. For the account itself only.",
  })
  unpaidBillCount(@Ctx() context: PaymentsContext): Promise<number> {
    return countMyUnpaidBills(context);
  }
}
