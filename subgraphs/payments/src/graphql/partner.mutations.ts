import { DateTime } from "@campus-graph/kit/graphql/scalars";
import { Arg, Ctx, Field, InputType, Int, Mutation, Resolver } from "type-graphql";
import type { PaymentsContext } from "../context.js";
import type { Channel } from "../domain/channel.js";
import type { PayAccountNumber } from "../domain/pay-account-number.js";
import { noticeRefusals } from "../partners/notice-answers.js";
import { notifyPayment } from "../use-cases/notify-payment.js";
import { ChannelEnum } from "./enums.js";
import { PaymentReceiptType } from "./payment-receipt.type.js";
import { presentReceipt } from "./present.js";
import { PayAccountNumberScalar } from "./scalars.js";

@InputType({ description: "A partner's word that a payer paid." })
class NotifyPaymentInput {
  @Field(() => PayAccountNumberScalar, { description: "The bill's number." })
  accountNumber!: PayAccountNumber;

  @Field(() => Int, { description: "What was paid, in whole NT$: exactly the bill's amount." })
  amount!: number;

  @Field(() => ChannelEnum, { description: "The channel through which it was paid." })
  channel!: Channel;

  @Field(() => String, {
    description: "The partner's own number of the payment: 1–64 letters, digits, . _ : -",
  })
  transactionNumber!: string;

  @Field(() => DateTime, {
    description: "When the payer paid. In the proof it stands as UTC with milliseconds.",
  })
  paidAt!: Date;
}

@Resolver()
export class PartnerMutations {
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
