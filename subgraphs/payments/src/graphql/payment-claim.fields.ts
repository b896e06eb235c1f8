import { NotFound } from "@campus-graph/kit/refusals/refusal";
import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { seeBill } from "../access/bills.js";
import type { PaymentsContext } from "../context.js";
import type { Bill } from "../domain/bill.js";
import type { PaymentClaim } from "../domain/payment-claim.js";
import type { RelationshipKind } from "../domain/relationship.js";
import { relationshipOfPayer } from "../use-cases/see-claims.js";
import { BillType } from "./bill.type.js";
import { RelationshipEnum } from "./enums.js";
import { PaymentClaimType } from "./payment-claim.type.js";

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

  @FieldResolver(() => RelationshipEnum, {
    nullable: true,
    description:
      "How the guardian who pays is tied to the student, for the student's guardians. Null where that is not known: then it is the other guardian.",
  })
  by(@Root() claim: PaymentClaim, @Ctx() context: PaymentsContext): Promise<RelationshipKind | null> {
    return relationshipOfPayer(context, claim);
  }
}
