import { CalendarDate } from "@campus-graph/kit/graphql/scalars";
import { Field, ID, InputType, Int } from "type-graphql";
import { BillItemInput } from "./issue-bills.input.js";

const reason = "Why, 1–200 characters. The guardians read it, and it stands in the bill's history.";

@InputType({ description: "A bill to take back." })
export class VoidBillInput {
  @Field(() => ID, { description: "The bill." })
  billId!: string;

  @Field(() => String, { description: reason })
  reason!: string;
}

@InputType({ description: "What a bill shall ask for instead." })
export class AmendBillInput {
  @Field(() => ID, { description: "The bill that it asked for so far." })
  billId!: string;

  @Field(() => [BillItemInput], {
    nullable: true,
    description: "All its lines, 1–30; together at most NT$1,000,000. Left out, they stay.",
  })
  items!: BillItemInput[] | null;

  @Field(() => CalendarDate, {
    nullable: true,
    description:
      "The last day to pay, in Taipei: today at the earliest, within two years at the latest. Left out, it stays; where it has passed, other lines want a new one.",
  })
  dueDate!: string | null;

  @Field(() => String, { description: reason })
  reason!: string;
}

@InputType({ description: "What the school asks no more for of a bill." })
export class WaiveInput {
  @Field(() => ID, { description: "The bill." })
  billId!: string;

  @Field(() => String, { description: "The line of which it is waived, by its name on the bill." })
  itemName!: string;

  @Field(() => Int, { description: "How much, in whole NT$: at most what the line asks for." })
  amount!: number;

  @Field(() => String, { description: reason })
  reason!: string;
}
