import { DateTime } from "@campus-graph/kit/graphql/scalars";
import { Arg, Ctx, Field, ID, Int, Mutation, ObjectType, Resolver } from "type-graphql";
import type { PaymentsContext } from "../context.js";
import type { PaymentCase } from "../domain/payment-case.js";
import { approveRefund, rejectRefund } from "../use-cases/approve-refund.js";
import { creditCase } from "../use-cases/credit-case.js";
import { holdCase } from "../use-cases/hold-case.js";
import { orderPayouts, type Payout } from "../use-cases/order-payouts.js";
import { proposeRefund } from "../use-cases/propose-refund.js";
import { setRefundAccount } from "../use-cases/set-refund-account.js";
import {
  ApproveRefundInput,
  CreditCaseInput,
  HoldCaseInput,
  ProposeRefundInput,
  RejectRefundInput,
  SetRefundAccountInput,
} from "./payment-case.inputs.js";
import { OwedBackType, PaymentCaseType } from "./payment-case.types.js";

@ObjectType("Payout", { description: "A refund that the bank is to pay." })
export class PayoutType {
  @Field(() => ID, { description: "The refund. The bank's file names it when it is paid." })
  refundId!: string;

  @Field(() => Int, { description: "Whole NT$." })
  amount!: number;

  @Field(() => String, { description: "The payee's bank, three digits." })
  bankCode!: string;

  @Field(() => String, { description: "The payee's account in full." })
  account!: string;

  @Field(() => DateTime, { description: "When the bank was first asked to pay it." })
  orderedAt!: Date;
}

/** What a cashier does with money that waits, and what a guardian says about it. */
@Resolver()
export class PaymentCaseMutations {
  @Mutation(() => PaymentCaseType, {
    description:
      "Settles another unpaid bill of the same student with money that waits; what is left goes on waiting. For the school's cashiers. Refuses BILL_TAKES_NO_CREDIT.",
  })
  creditCase(
    @Ctx() context: PaymentsContext,
    @Arg("input", () => CreditCaseInput, { description: "Which case, and which bill." })
    input: CreditCaseInput,
  ): Promise<PaymentCase> {
    return creditCase(context, input);
  }

  @Mutation(() => PaymentCaseType, {
    description:
      "Notes that money waits on purpose, and for what. For the school's cashiers. Refuses CASE_CLOSED.",
  })
  holdCase(
    @Ctx() context: PaymentsContext,
    @Arg("input", () => HoldCaseInput, { description: "Which case, and for what." }) input: HoldCaseInput,
  ): Promise<PaymentCase> {
    return holdCase(context, input);
  }

  @Mutation(() => PaymentCaseType, {
    description:
      "Proposes to pay money back, all that is open of a case or a part. For the school's cashiers; another one approves. Refuses CASE_CLOSED, CASE_EXCEEDED.",
  })
  proposeRefund(
    @Ctx() context: PaymentsContext,
    @Arg("input", () => ProposeRefundInput, { description: "How much, and why." }) input: ProposeRefundInput,
  ): Promise<PaymentCase> {
    return proposeRefund(context, input);
  }

  @Mutation(() => PaymentCaseType, {
    description:
      "Approves what another cashier of the school proposed, with a second factor given within five minutes (SECOND_FACTOR_REQUIRED). Refuses OWN_REFUND, REFUND_DECIDED.",
  })
  approveRefund(
    @Ctx() context: PaymentsContext,
    @Arg("input", () => ApproveRefundInput, { description: "Which refund." }) {
      refundId,
    }: ApproveRefundInput,
  ): Promise<PaymentCase> {
    return approveRefund(context, refundId);
  }

  @Mutation(() => PaymentCaseType, {
    description:
      "Rejects a refund, or takes one's own proposal back: its money is open again. For the school's cashiers. Refuses REFUND_DECIDED.",
  })
  rejectRefund(
    @Ctx() context: PaymentsContext,
    @Arg("input", () => RejectRefundInput, { description: "Which refund, and why." })
    input: RejectRefundInput,
  ): Promise<PaymentCase> {
    return rejectRefund(context, input);
  }

  @Mutation(() => [PayoutType], {
    description:
      "All approved refunds of a school whose payee is known and that the bank has not paid yet, at most 500, with the accounts in full, for the order to the bank. For its cashiers, with a second factor given within five minutes; each time leaves a trace.",
  })
  orderPayouts(
    @Ctx() context: PaymentsContext,
    @Arg("schoolCode", () => ID, { description: "The school." }) schoolCode: string,
  ): Promise<Payout[]> {
    return orderPayouts(context, schoolCode);
  }

  @Mutation(() => OwedBackType, {
    description:
      "Says where money that is owed back shall be paid. For the guardian who paid it, where that is known. Refuses OTHER_GUARDIAN_PAID, REFUND_ACCOUNT_FIXED, CASE_CLOSED.",
  })
  setRefundAccount(
    @Ctx() context: PaymentsContext,
    @Arg("input", () => SetRefundAccountInput, { description: "Which money, and where to." })
    input: SetRefundAccountInput,
  ): Promise<PaymentCase> {
    return setRefundAccount(context, input);
  }
}
