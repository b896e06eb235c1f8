import { Ctx, Directive, Field, FieldResolver, ID, Int, ObjectType, Resolver } from "type-graphql";
import type { PaymentsContext } from "../context.js";
import { countMyUnpaidBills } from "../use-cases/list-bills.js";

/** Identity's account; payments adds the badge. */
@Directive('@key(fields: "id")')
@ObjectType("Account")
export class AccountType {
  @Field(() => ID)
  id!: string;
}

@Resolver(() => AccountType)
export class AccountFields {
  @FieldResolver(() => Int, {
    description:
      "How many bills of the account's children wait to be paid: the badge. For the account itself only.",
  })
  unpaidBillCount(@Ctx() context: PaymentsContext): Promise<number> {
    return countMyUnpaidBills(context);
  }
}
