import { DateTime } from "@campus-graph/kit/graphql/scalars";
import { Field, Int, ObjectType } from "type-graphql";
import type { PaymentOutcome } from "../domain/payment.js";
import { PaymentOutcomeEnum } from "./enums.js";
import { PayAccountNumberScalar } from "./scalars.js";

@ObjectType("PaymentReceipt", {
  description: "The acknowledgement of a payment notice. The same notice always gets the same one.",
})
export class PaymentReceiptType {
  @Field(() => String, { description: "The partner's own number of the payment." })
  transactionNumber!: string;

  @Field(() => PayAccountNumberScalar, { description: "The bill that was paid." })
  accountNumber!: string;

  @Field(() => Int, { description: "Whole NT$." })
  amount!: number;

  @Field(() => PaymentOutcomeEnum, { description: "What became of the money." })
  outcome!: PaymentOutcome;

  @Field(() => DateTime, { description: "When the notice was first received." })
  receivedAt!: Date;
}
