import { connectionOf } from "@campus-graph/kit/graphql/connection.type";
import { DateTime } from "@campus-graph/kit/graphql/scalars";
import { Field, ID, Int, ObjectType, Root } from "type-graphql";
import type { Channel } from "../domain/channel.js";
import type { PaymentOutcome } from "../domain/payment.js";
import type { PaymentCase } from "../domain/payment-case.js";
import type { Refund } from "../domain/refund.js";
import type { RefundState } from "../domain/refund-state.js";
import { ChannelEnum, PaymentOutcomeEnum } from "./enums.js";
import { RefundStateEnum } from "./refund-state.enum.js";

@ObjectType("RefundAccount", {
  description: "Where money is to be paid back, as far as anybody may read it.",
})
export class RefundAccountType {
  @Field(() => String, { description: "The bank's three digits." })
  bankCode!: string;

  @Field(() => String, { description: "The account's last four digits behind dots; the rest is sealed." })
  maskedAccount!: string;

  @Field(() => DateTime, { description: "When a guardian gave it." })
  givenAt!: Date;
}

@ObjectType("CasePayment", { description: "The money that a case is about, as it arrived." })
export class CasePaymentType {
  @Field(() => ChannelEnum, { description: "How it was paid." })
  channel!: Channel;

  @Field(() => Int, { description: "All that was paid, in whole NT$." })
  amount!: number;

  @Field(() => String, { description: "The client id of the partner that told of it." })
  partner!: string;

  @Field(() => String, { description: "The partner's own number of it." })
  transactionNumber!: string;

  @Field(() => DateTime, { description: "When the payer paid." })
  paidAt!: Date;
}

/** What stands on a refund itself; who decided is in the resolver beside. */
@ObjectType("Refund", {
  description:
    "A part of a case's money, or all of it: paid back, or credited to another bill of the student.",
})
export class RefundType {
  @Field(() => ID, { description: "Its id, by which the bank says that it has paid." })
  id!: string;

  @Field(() => Int, { description: "Whole NT$." })
  amount!: number;

  @Field(() => String, {
    description: "Why, in the words of who proposed it; of a credit, the bill's title.",
  })
  reason!: string;

  @Field(() => RefundStateEnum, { description: "Where it stands." })
  state!: RefundState;

  @Field(() => String, { description: "The account id of the cashier who proposed it, or credited it." })
  proposedBy!: string;

  @Field(() => String, {
    nullable: true,
    description: "The account id of the cashier who approved it; null until then, and when it was rejected.",
  })
  approvedBy(@Root() { state, decidedBy }: Refund): string | null {
    return state === "REJECTED" ? null : decidedBy;
  }

  @Field(() => DateTime, { description: "When it was proposed." })
  proposedAt!: Date;

  @Field(() => DateTime, { nullable: true, description: "When it was approved or rejected." })
  decidedAt!: Date | null;

  @Field(() => String, { nullable: true, description: "REJECTED: why." })
  rejectionReason!: string | null;

  @Field(() => DateTime, { nullable: true, description: "When the bank was first asked to pay it." })
  orderedAt!: Date | null;

  @Field(() => DateTime, { nullable: true, description: "When the bank paid it." })
  paidOutAt!: Date | null;
}

/** What stands on a case itself; whatever is looked up is in the resolver beside. */
@ObjectType("PaymentCase", {
  description:
    "Money that settled no bill, or that a paid bill needs no more, until all of it is credited or paid back.",
})
export class PaymentCaseType {
  @Field(() => ID, { description: "Its id." })
  id!: string;

  @Field(() => Int, { description: "How much money it is about, in whole NT$." })
  amount!: number;

  @Field(() => PaymentOutcomeEnum, { description: "OVERPAYMENT or UNAPPLIED: why it waits." })
  reason!: PaymentOutcome;

  @Field(() => DateTime, { description: "Since when." })
  openedAt!: Date;

  @Field(() => String, {
    nullable: true,
    description: "Why a cashier made the paid bill smaller; null where the money itself opened the case.",
  })
  openingReason!: string | null;

  @Field(() => DateTime, {
    nullable: true,
    description: "Since when it waits on purpose; null while it does not.",
  })
  heldAt!: Date | null;

  @Field(() => String, { nullable: true, description: "For what it waits on purpose." })
  holdNote!: string | null;

  @Field(() => DateTime, {
    nullable: true,
    description: "When the last of its money was credited or paid back; null while it is open.",
  })
  closedAt!: Date | null;
}

export const PaymentCaseConnection = connectionOf("PaymentCase", PaymentCaseType);

/** The same case, as the student's guardians have it. */
@ObjectType("OwedBack", {
  description: "Money that was paid for a bill which needed it no more, or that a cashier has yet to place.",
})
export class OwedBackType {
  @Field(() => ID, { description: "Its id: the case's." })
  id!: string;

  @Field(() => Int, { description: "How much, in whole NT$." })
  amount!: number;

  @Field(() => PaymentOutcomeEnum, {
    description: "OVERPAYMENT: it is owed back. UNAPPLIED: a cashier decides what it was for.",
  })
  reason!: PaymentOutcome;

  @Field(() => DateTime, { description: "Since when." })
  openedAt!: Date;

  @Field(() => DateTime, { nullable: true, description: "When all of it was credited or paid back." })
  closedAt!: Date | null;
}

/** How an account is shown wherever it is shown. */
export function presentAccount({
  payeeBankCode,
  payeeAccountEnd,
  payeeGivenAt,
}: PaymentCase): RefundAccountType | null {
  if (payeeBankCode === null || payeeAccountEnd === null || payeeGivenAt === null) return null;
  return { bankCode: payeeBankCode, maskedAccount: `••••${payeeAccountEnd}`, givenAt: payeeGivenAt };
}
