import type { Notice } from "@campus-graph/kit/feed/feed";
import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { seeBill } from "../access/bills.js";
import type { PaymentsContext } from "../context.js";
import type { Bill } from "../domain/bill.js";
import { BillType } from "./bill.type.js";
import { BillNoticeType } from "./bill-notice.type.js";

@Resolver(() => BillNoticeType)
export class BillNoticeFields {
  @FieldResolver(() => BillType, {
    nullable: true,
    description: "The bill as it is now; null once the viewer may no longer see it.",
  })
  bill(
    @Root() { reference }: Notice<{ billId: string }>,
    @Ctx() context: PaymentsContext,
  ): Promise<Bill | null> {
    return seeBill(context, reference.billId);
  }
}
