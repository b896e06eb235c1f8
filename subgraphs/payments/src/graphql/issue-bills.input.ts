import { CalendarDate } from "@campus-graph/kit/graphql/scalars";
import { Field, ID, InputType, Int } from "type-graphql";
import type { Channel } from "../domain/channel.js";
import { ChannelEnum } from "./enums.js";

@InputType({ description: "One line of the bills to issue." })
export class BillItemInput {
  @Field(() => String, { description: "What it is for, 1–40 characters." })
  name!: string;

  @Field(() => Int, { description: "Whole NT$, at least 1." })
  amount!: number;
}

@InputType({ description: "Bills to issue: the same for every student named by class or by id." })
export class IssueBillsInput {
  @Field(() => ID, { description: "The school that issues, where the viewer is a cashier." })
  schoolCode!: string;

  @Field(() => String, { description: "What the bills are for, 1–60 characters." })
  title!: string;

  @Field(() => CalendarDate, {
    description: "The last day to pay, in Taipei: today at the earliest, within two years at the latest.",
  })
  dueDate!: string;

  @Field(() => [BillItemInput], { description: "The lines, 1–30; together at most NT$1,000,000." })
  items!: BillItemInput[];

  @Field(() => [ID], {
    nullable: true,
    description: "Every student of these classes. At most 2,000 bills at once.",
  })
  classIds!: string[] | null;

  @Field(() => [ID], { nullable: true, description: "These students as well; each is billed once." })
  studentIds!: string[] | null;

  @Field(() => [ChannelEnum], {
    nullable: true,
    description:
      "The channels through which guardians may pay, out of Query.billChannels; all that there are at the time of paying when absent.",
  })
  channels!: Channel[] | null;

  @Field(() => ID, {
    description: "The caller's own key of this act: asked again with the same content, it answers the same.",
  })
  idempotencyKey!: string;

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description:
      "Bill also the students who were given a bill of equal title and items in the last ten minutes; else each is a refused row (ALREADY_BILLED).",
  })
  again!: boolean | null;
}
