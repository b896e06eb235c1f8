import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import type { PaymentClaim } from "../domain/payment-claim.js";
import type { PaymentsContext } from "../services.js";
import { issueBills } from "../use-cases/issue-bills.js";
import { notifyPayment } from "../use-cases/notify-payment.js";
import { startPayment } from "../use-cases/start-payment.js";
import { PaymentClaimType } from "./bill.type.js";
import { IssueBillsInput, NotifyPaymentInput, StartPaymentInput } from "./inputs.js";
import { IssueBillsPayload } from "./issue-bills.types.js";
import { PaymentReceiptType } from "./payment-receipt.type.js";
import { presentIssued, presentReceipt } from "./present.js";

@Resolver()
export class BillMutations {
  @Mutation(() => IssueBillsPayload, {
    description:
      "Issues the same bill to every student named, and tells their guardians. For the school's cashiers. Refuses CLASS_NOT_AT_SCHOOL, ISSUER_NOT_SET; a student who is not at the school is a refused row.",
  })
  async issueBills(
    @Ctx() context: PaymentsContext,
    @Arg("input", () => IssueBillsInput, { description: "What to issue, and to whom." })
    { classIds, studentIds, ...input }: IssueBillsInput,
  ): Promise<IssueBillsPayload> {
    const rows = await issueBills(context, {
      ...input,
      classIds: classIds ?? [],
      studentIds: studentIds ?? [],
    });
    return { results: rows.map((row) => presentIssued(context, row)) };
  }

  @Mutation(() => PaymentClaimType, {
    description:
      "A guardian says that they are paying a bill now, so that the other does not. Refuses PAYMENT_UNDER_WAY, ALREADY_PAID, PAST_DUE, CHANNEL_NOT_ENABLED.",
  })
  startPayment(
    @Ctx() context: PaymentsContext,
    @Arg("input", () => StartPaymentInput, { description: "What is paid, and how." })
    input: StartPaymentInput,
  ): Promise<PaymentClaim> {
    return startPayment(context, input);
  }

  @Mutation(() => PaymentReceiptType, {
    description:
      "A partner's signed word that a payer paid. The same notice again gets the same answer. Refuses BILL_NOT_FOUND, AMOUNT_DIFFERS, CHANNEL_NOT_ENABLED, PAST_DUE, SUPERSEDED, TRANSACTION_CONFLICT, BAD_SIGNATURE, CLOCK_SKEW; a payment that the bill needed no more is an OVERPAYMENT.",
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
