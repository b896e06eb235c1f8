import { Field, ID, InputType, Int } from "type-graphql";

@InputType({ description: "Money that settles another bill." })
export class CreditCaseInput {
  @Field(() => ID, { description: "The case." })
  caseId!: string;

  @Field(() => ID, { description: "An unpaid bill of the same student and school." })
  billId!: string;
}

@InputType({ description: "Money that waits on purpose." })
export class HoldCaseInput {
  @Field(() => ID, { description: "The case." })
  caseId!: string;

  @Field(() => String, { description: "For what it waits, 1–200 characters. Cashiers read it." })
  note!: string;
}

@InputType({ description: "Money that shall be paid back." })
export class ProposeRefundInput {
  @Field(() => ID, { description: "The case." })
  caseId!: string;

  @Field(() => Int, { description: "How much, in whole NT$: at most what is open of the case." })
  amount!: number;

  @Field(() => String, { description: "Why, 1–200 characters. Cashiers read it." })
  reason!: string;
}

@InputType({ description: "A refund to approve." })
export class ApproveRefundInput {
  @Field(() => ID, { description: "The refund." })
  refundId!: string;
}

@InputType({ description: "A refund to reject, or to take back." })
export class RejectRefundInput {
  @Field(() => ID, { description: "The refund." })
  refundId!: string;

  @Field(() => String, { description: "Why, 1–200 characters. Cashiers read it." })
  reason!: string;
}

@InputType({ description: "Where money that is owed back shall be paid." })
export class SetRefundAccountInput {
  @Field(() => ID, { description: "What is owed back: `OwedBack.id`." })
  caseId!: string;

  @Field(() => String, { description: "The bank's three digits, e.g. 012." })
  bankCode!: string;

  @Field(() => String, { description: "The account, 6–16 digits; blanks and hyphens are left out." })
  account!: string;
}
