import { Field, Int, ObjectType } from "type-graphql";
import { MoneyScalar } from "./scalars.js";

@ObjectType("Figure", { description: "Sums over a school's bills that have something in common." })
export class FigureType {
  @Field(() => String, { description: "What they have in common, see FigureBy." })
  key!: string;

  @Field(() => MoneyScalar, {
    description: "What was billed, in whole NT$; voided and replaced bills bill nothing.",
  })
  billed!: number;

  @Field(() => MoneyScalar, { description: "What of it is paid." })
  paid!: number;

  @Field(() => MoneyScalar, { description: "What of it is still to be paid." })
  open!: number;

  @Field(() => MoneyScalar, { description: "What of that is past its due date." })
  overdue!: number;

  @Field(() => Int, { description: "How many bills, voided and replaced ones included." })
  bills!: number;

  @Field(() => Int, { description: "How many of them are paid." })
  paidBills!: number;

  @Field(() => Int, { description: "How many are still to be paid." })
  openBills!: number;

  @Field(() => Int, { description: "How many of those are past their due date." })
  overdueBills!: number;
}
