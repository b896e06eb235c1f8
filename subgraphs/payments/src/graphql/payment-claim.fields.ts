import { NotFound } from "@campus-graph/kit/refusals/refusal";
import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { Bill } from "../domain/bill.js";
import type { PaymentClaim } from "../domain/payment-claim.js";
import type { PaymentsContext } from "../services.js";
import { seeBill } from "../use-cases/see-bills.js";
import { BillType, PaymentClaimType } from "./bill.type.js";

@Resolver(() => PaymentClaimType)
export class PaymentClaimFields {
  @FieldResolver(() => BillType, { description: "The bill that is being paid." })
  async bill(@Root() { billId }: PaymentClaim, @Ctx() context: PaymentsContext): Promise<Bill> {
    const bill = await seeBill(context, billId);
    if (!bill) throw new NotFound();
    return bill;
  }

  @FieldResolver(() => Boolean, {
    description: "Whether the viewer started it; else the other guardian did.",
  })
  mine(@Root() { subject }: PaymentClaim, @Ctx() { viewer }: PaymentsContext): boolean {
    return subject === viewer.subject;
  }
}
