import { Arg, Ctx, ID, Mutation, Resolver } from "type-graphql";
import type { PaymentsContext } from "../context.js";
import type { Bill } from "../domain/bill.js";
import type { PaymentClaim } from "../domain/payment-claim.js";
import { noticeRefusals } from "../partners/notice-answers.js";
import { cancelPayment } from "../use-cases/cancel-payment.js";
import { issueBills } from "../use-cases/issue-bills.js";
import { notifyPayment } from "../use-cases/notify-payment.js";
import { startPayment } from "../use-cases/start-payment.js";
import { BillType, PaymentClaimType } from "./bill.type.js";
import { IssueBillsInput, NotifyPaymentInput, StartPaymentInput } from "./inputs.js";
import { IssueBillsPayload } from "./issue-bills.types.js";
import { PaymentReceiptType } from "./payment-receipt.type.js";
import { presentIssued, presentReceipt } from "./present.js";

@Resolver()
export class BillMutations {
  @Mutation(() => IssueBillsPayload, {
    description:
      "Issues the same bill to every student named, and tells their guardians. For the school's cashiers. Refuses CLASS_NOT_AT_SCHOOL, ISSUER_NOT_SET; a student who is not at the school (STUDENT_NOT_AT_SCHOOL), or was given an equal bill in the last ten minutes (ALREADY_BILLED), is a refused row.",
  })
  async issueBills(
    @Ctx() context: PaymentsContext,
    @Arg("input", () => IssueBillsInput, { description: "What to issue, and to whom." })
    { classIds, studentIds, again, ...input }: IssueBillsInput,
  ): Promise<IssueBillsPayload> {
    const rows = await issueBills(context, {
      ...input,
      classIds: classIds ?? [],
      studentIds: studentIds ?? [],
      again: again ?? false,
    });
    return { results: rows.map((row) => presentIssued(context, row)) };
  }

  @Mutation(() => PaymentClaimType, {
    description:
      "A guardian says that they are paying a bill now, so that the other does not. Refuses PAYMENT_UNDER_WAY, ALREADY_PAID, PAST_DUE, CHANNEL_NOT_ENABLED. A guardian has one claim on a bill: another channel takes its place.",
  })
  startPayment(
    @Ctx() context: PaymentsContext,
    @Arg("input", () => StartPaymentInput, { description: "What is paid, and how." })
    input: StartPaymentInput,
  ): Promise<PaymentClaim> {
    return startPayment(context, input);
  }

  @Mutation(() => BillType, {
    description:
      "A guardian does not pay after all: their claim is over, and the channel is free for the other guardian. Answers the bill, also when the claim had lapsed. Refuses NOT_FOUND.",
  })
  cancelPayment(
    @Ctx() context: PaymentsContext,
    @Arg("claimId", () => ID, { description: "The viewer's own claim." }) claimId: string,
  ): Promise<Bill> {
    return cancelPayment(context, claimId);
  }

  @Mutation(() => PaymentReceiptType, {
    description: `A partner's signed word that a payer paid. The same notice again gets the same answer. Refuses ${Object.keys(noticeRefusals).join(", ")}. Money that was taken is booked: past due or through a channel that the bill had closed it is RECEIVED, and OVERPAYMENT when the bill needed it no more.`,
  })
  async notifyPayment(
    @Ctx() context: PaymentsContext,
    @Arg("input", () => NotifyPaymentInput, { description: "What was paid." }) input: NotifyPaymentInput,
    @Arg("proof", () => String, {
      description:
        "A detached JWS (ES256) over the RFC 8785 form of the input, its protected header naming kid, operation, aud, iat and nonce.",
    })
    proof: string,
  ): Promise<PaymentReceiptType> {
    return presentReceipt(await notifyPayment(context, { ...input }, proof));
  }
}
