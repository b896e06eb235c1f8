import { CalendarDate } from "@campus-graph/kit/graphql/scalars";
import { Field, Int, ObjectType } from "type-graphql";
import type { BillStatus } from "../domain/bill-status.js";
import type { Channel } from "../domain/channel.js";
import { BillStatusEnum, ChannelEnum } from "./enums.js";
import { PayAccountNumberScalar } from "./scalars.js";

@ObjectType("PayableBill", {
  description:
    "All that whoever holds a bill's account number may learn of it: enough to be sure and to pay.",
})
export class PayableBillType {
  @Field(() => PayAccountNumberScalar, { description: "The number that was asked for." })
  accountNumber!: string;

  @Field(() => Int, { description: "What is to be paid, in whole NT$. A payment must be of exactly this." })
  amount!: number;

  @Field(() => CalendarDate, { description: "The last day to pay, in Taipei." })
  dueDate!: string;

  @Field(() => String, { description: "What the bill is for." })
  title!: string;

  @Field(() => String, { description: "The school that issued it." })
  schoolName!: string;

  @Field(() => String, { description: "The student's masked name, e.g. 林O佑." })
  maskedStudentName!: string;

  @Field(() => BillStatusEnum, { description: "Where it stands." })
  status!: BillStatus;

  @Field(() => [ChannelEnum], { description: "The channels that take it now; none when nothing is due." })
  channels!: readonly Channel[];
}
