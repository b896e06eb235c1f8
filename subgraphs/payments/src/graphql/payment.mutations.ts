import { Arg, Ctx, Field, ID, InputType, Mutation, Resolver } from "type-graphql";
import type { PaymentsContext } from "../context.js";
import type { Bill } from "../domain/bill.js";
import type { Channel } from "../domain/channel.js";
import type { PaymentClaim } from "../domain/payment-claim.js";
import { cancelPayment } from "../use-cases/cancel-payment.js";
import { startPayment } from "../use-cases/start-payment.js";
import { BillType } from "./bill.type.js";
import { ChannelEnum } from "./enums.js";
import { PaymentClaimType } from "./payment-claim.type.js";

@InputType({ description: "A payment that a guardian starts." })
class StartPaymentInput {
  @Field(() => ID, { description: "The bill." })
  billId!: string;

  @Field(() => ChannelEnum, { description: "Through which channel." })
  channel!: Channel;

  @Field(() => ID, {
    description: "The caller's own key of this act: asked again with the same content, it answers the same.",
  })
  idempotencyKey!: string;
}

/** What a guardian says of a payment that they make elsewhere. */
@Resolver()
export class PaymentMutations {
  @Mutation(() => PaymentClaimType, {
    description:
      "A guardian says that they are paying a bill now, so that the other does not. Refuses PAYMENT_UNDER_WAY, ALREADY_PAID, SUPERSEDED, BILL_ENDED, PAST_DUE, CHANNEL_NOT_ENABLED. A guardian has one claim on a bill: another channel takes its place.",
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
}
