import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { seeBill } from "../access/bills.js";
import type { PaymentsContext } from "../context.js";
import type { Bill } from "../domain/bill.js";
import { BillType } from "./bill.type.js";
import { IssueResultType } from "./issue-bills.types.js";

@Resolver(() => IssueResultType)
export class IssueResultFields {
  @FieldResolver(() => BillType, { nullable: true, description: "The new bill; null when refused." })
  async bill(@Root() { billId }: IssueResultType, @Ctx() context: PaymentsContext): Promise<Bill | null> {
    return billId === null ? null : seeBill(context, billId);
  }
}
