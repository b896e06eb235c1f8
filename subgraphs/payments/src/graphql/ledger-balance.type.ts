import { Field, ObjectType } from "type-graphql";
import { MoneyScalar } from "./scalars.js";

@ObjectType("LedgerBalance", {
  description:
    "The sums of one account of a school's books: RECEIVABLE (what students owe), FEES_BILLED, COLLECTED_<channel> (what a channel has reported), OVERPAYMENTS (what is owed back). Over all accounts, debits equal credits.",
})
export class LedgerBalanceType {
  @Field(() => String, { description: "The account." })
  account!: string;

  @Field(() => MoneyScalar, { description: "The sum of its debits, in whole NT$." })
  debits!: number;

  @Field(() => MoneyScalar, { description: "The sum of its credits, in whole NT$." })
  credits!: number;
}
