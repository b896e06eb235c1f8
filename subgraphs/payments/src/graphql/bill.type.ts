import { connectionOf } from "@campus-graph/kit/graphql/connection.type";
import { CalendarDate, DateTime } from "@campus-graph/kit/graphql/scalars";
import { Directive, Field, ID, Int, ObjectType, Root } from "type-graphql";
import type { BillItem } from "../domain/bill.js";
import type { BillStatus } from "../domain/bill-status.js";
import type { Channel } from "../domain/channel.js";
import { BillStatusEnum, ChannelEnum } from "./enums.js";
import { PayAccountNumberScalar } from "./scalars.js";

@ObjectType("BillItem", { description: "One line of a bill." })
export class BillItemType {
  @Field(() => String, { description: "What it is for." })
  name!: string;

  @Field(() => Int, { description: "What is to be paid of it, in whole NT$; 0 once all of it is waived." })
  amount!: number;

  @Field(() => Int, {
    description: "What the school waives of it (減免), in whole NT$; it is not in `amount` any more.",
  })
  waived(@Root() { waived }: BillItem): number {
    return waived ?? 0;
  }
}

/** What stands on a bill itself; whatever belongs to others is in the resolver beside. */
@Directive('@key(fields: "id")')
@ObjectType("Bill", {
  description:
    "Money that a student owes a school. Seen by the student's guardians and by the cashiers of the school that issued it; for everybody else it does not exist.",
})
export class BillType {
  @Field(() => ID, { description: "Its id." })
  id!: string;

  @Field(() => PayAccountNumberScalar, {
    description: "The number that it is paid by, good for this amount only.",
  })
  accountNumber!: string;

  @Field(() => String, { description: "What the bill is for, e.g. 115 學年度第 1 學期學雜費." })
  title!: string;

  @Field(() => [BillItemType], { description: "Its lines; their amounts add up to the bill's." })
  items!: readonly BillItem[];

  @Field(() => Int, { description: "What is to be paid, in whole NT$." })
  amount!: number;

  @Field(() => CalendarDate, { description: "The last day to pay, in Taipei." })
  dueDate!: string;

  @Field(() => BillStatusEnum, { description: "Where it stands." })
  status!: BillStatus;

  @Field(() => DateTime, { description: "When the school issued it." })
  issuedAt!: Date;

  @Field(() => DateTime, { nullable: true, description: "When the payer paid; null while it is not paid." })
  paidAt!: Date | null;

  @Field(() => Int, {
    description: "What of it the school has asked no more for since it was paid, in whole NT$: owed back.",
  })
  reduced!: number;

  @Field(() => [ChannelEnum], {
    nullable: true,
    description: "The channels that its cashier chose, whatever the day; null: all that the school has.",
  })
  channels!: readonly Channel[] | null;

  @Field(() => DateTime, {
    nullable: true,
    description: "When the school voided, replaced or waived it; null for a bill that stands.",
  })
  endedAt!: Date | null;

  @Field(() => String, { nullable: true, description: "Why it did, in the cashier's words." })
  endReason!: string | null;
}

export const BillConnection = connectionOf("Bill", BillType);
