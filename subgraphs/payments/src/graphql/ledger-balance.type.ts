import { Field, ObjectType } from "type-graphql";
import { MoneyScalar } from "./scalars.js";

@ObjectType("LedgerBalance", {
  description:
    "The sums of one account of a school's books: RECEIVABLE (what students owe), FEES_BILLED, COLLECTED_<channel> (what a channel has reported and not yet paid over), BANK (what the bank has paid in, less what it has paid out), WAIVERS (what the school waives), OVERPAYMENTS (what is owed back), UNAPPLIED (what a cashier has yet to place), REFUNDS_PAYABLE (refunds that the bank has yet to pay). Over all accounts, debits equal credits.",
})
export class LedgerBalanceType {
  @Field(() => String, { description: "The account." })
  account!: string;

  @Field(() => MoneyScalar, { description: "The sum of its debits, in whole NT$." })
  debits!: number;

  @Field(() => MoneyScalar, { description: "The sum of its credits, in whole NT$." })
  credits!: number;
}
