import type { Notice } from "@campus-graph/kit/feed/feed";
import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { seeBill } from "../access/bills.js";
import type { PaymentsContext } from "../context.js";
import type { Bill } from "../domain/bill.js";
import type { ClaimReference } from "../feed.js";
import { BillType } from "./bill.type.js";
import { ClaimNoticeType } from "./claim-notice.type.js";

@Resolver(() => ClaimNoticeType)
export class ClaimNoticeFields {
  @FieldResolver(() => BillType, {
    nullable: true,
    description: "The bill as it is now, with its claims; null once the viewer may no longer see it.",
  })
  bill(@Root() { reference }: Notice<ClaimReference>, @Ctx() context: PaymentsContext): Promise<Bill | null> {
    return seeBill(context, reference.billId);
  }
}
