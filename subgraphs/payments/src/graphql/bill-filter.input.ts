import { CalendarDate } from "@campus-graph/kit/graphql/scalars";
import { Field, ID, InputType } from "type-graphql";
import type { BillStatus } from "../domain/bill-status.js";
import type { PayAccountNumber } from "../domain/pay-account-number.js";
import { BillStatusEnum } from "./enums.js";
import { PayAccountNumberScalar } from "./scalars.js";

@InputType({ description: "Which of a school's bills are meant: what is left out narrows nothing." })
export class BillFilterInput {
  @Field(() => BillStatusEnum, { nullable: true, description: "Only bills in this status." })
  status!: BillStatus | null;

  @Field(() => Boolean, {
    nullable: true,
    description: "Only bills that are unpaid past their due date; false narrows nothing.",
  })
  overdue!: boolean | null;

  @Field(() => ID, { nullable: true, description: "Only bills of students who are in this class now." })
  classId!: string | null;

  @Field(() => [ID], { nullable: true, description: "Only bills of these students, at most 100." })
  studentIds!: string[] | null;

  @Field(() => PayAccountNumberScalar, { nullable: true, description: "Only the bill of this number." })
  accountNumber!: PayAccountNumber | null;

  @Field(() => String, { nullable: true, description: "Only bills of exactly this title." })
  title!: string | null;

  @Field(() => CalendarDate, { nullable: true, description: "Only bills issued on this day or later." })
  from!: string | null;

  @Field(() => CalendarDate, { nullable: true, description: "Only bills issued on this day or earlier." })
  until!: string | null;
}
