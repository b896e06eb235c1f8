import type { Page } from "@campus-graph/kit/graphql/pagination";
import { Cursor } from "@campus-graph/kit/graphql/scalars";
import { Arg, Ctx, ID, Int, Query, Resolver } from "type-graphql";
import { seeBill } from "../access/bills.js";
import type { PaymentsContext } from "../context.js";
import type { Bill } from "../domain/bill.js";
import type { BillStatus } from "../domain/bill-status.js";
import { listMyBills } from "../use-cases/list-bills.js";
import { listSchoolBills } from "../use-cases/list-school-bills.js";
import { BillConnection, BillType } from "./bill.type.js";
import { BillFilterInput } from "./bill-filter.input.js";
import { BillStatusEnum } from "./enums.js";
import { filterOf } from "./present.js";

@Resolver()
export class BillQueries {
  @Query(() => BillConnection, {
    description: "The bills of all children that the viewer is bound to, newest first.",
  })
  myBills(
    @Ctx() context: PaymentsContext,
    @Arg("first", () => Int, { nullable: true, defaultValue: 20, description: "How many, at most 100." })
    first: number | null,
    @Arg("after", () => Cursor, { nullable: true, description: "Go on after this place." })
    after: string | null,
    @Arg("status", () => BillStatusEnum, { nullable: true, description: "Only bills in this status." })
    status: BillStatus | null,
  ): Promise<Page<Bill>> {
    return listMyBills(context, { first: first ?? 20, after, status });
  }

  @Query(() => BillType, {
    nullable: true,
    description: "One bill; null when it is not there, or not for this viewer.",
  })
  bill(
    @Ctx() context: PaymentsContext,
    @Arg("id", () => ID, { description: "The bill's id." }) id: string,
  ): Promise<Bill | null> {
    return seeBill(context, id);
  }

  @Query(() => BillConnection, {
    description: "All bills that a school issued, newest first; for its cashiers.",
  })
  schoolBills(
    @Ctx() context: PaymentsContext,
    @Arg("schoolCode", () => ID, { description: "The school that issued them." }) schoolCode: string,
    @Arg("first", () => Int, { nullable: true, defaultValue: 20, description: "How many, at most 100." })
    first: number | null,
    @Arg("after", () => Cursor, { nullable: true, description: "Go on after this place." })
    after: string | null,
    @Arg("status", () => BillStatusEnum, { nullable: true, description: "Only bills in this status." })
    status: BillStatus | null,
    @Arg("filter", () => BillFilterInput, { nullable: true, description: "Only bills that it means." })
    filter: BillFilterInput | null,
  ): Promise<Page<Bill>> {
    const wanted = { ...filterOf(filter), ...(status && { status }) };
    return listSchoolBills(context, schoolCode, wanted, { first: first ?? 20, after });
  }
}
