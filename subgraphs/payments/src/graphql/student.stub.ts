import type { Page } from "@campus-graph/kit/graphql/pagination";
import { Cursor } from "@campus-graph/kit/graphql/scalars";
import { Arg, Ctx, Directive, Field, FieldResolver, ID, Int, ObjectType, Resolver, Root } from "type-graphql";
import type { PaymentsContext } from "../context.js";
import type { Bill } from "../domain/bill.js";
import { countUnpaidBillsOf, listStudentBills } from "../use-cases/list-bills.js";
import { BillConnection } from "./bill.type.js";

/** Roster's student; payments adds the bills. */
@Directive('@key(fields: "id")')
@ObjectType("Student")
export class StudentType {
  @Field(() => ID)
  id!: string;

  @Directive("@external")
  @Field(() => String)
  maskedName!: string;
}

@Resolver(() => StudentType)
export class StudentFields {
  @FieldResolver(() => BillConnection, {
    nullable: true,
    description:
      "The student's bills, newest first: all of them for a guardian, the school's own for its cashiers. Null for anybody else.",
  })
  bills(
    @Root() { id }: StudentType,
    @Ctx() context: PaymentsContext,
    @Arg("first", () => Int, { nullable: true, defaultValue: 20, description: "How many, at most 100." })
    first: number | null,
    @Arg("after", () => Cursor, { nullable: true, description: "Go on after this place." })
    after: string | null,
  ): Promise<Page<Bill> | null> {
    return listStudentBills(context, id, { first: first ?? 20, after });
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description:
      "How many bills of the student wait to be paid, whatever their number. For the student's guardians; null for anybody else.",
  })
  unpaidBillCount(@Root() { id }: StudentType, @Ctx() context: PaymentsContext): Promise<number | null> {
    return countUnpaidBillsOf(context, id);
  }
}
