import { RefusalType } from "@campus-graph/kit/graphql/refusal.type";
import { Field, Int, ObjectType } from "type-graphql";
import { MoneyScalar } from "./scalars.js";
import { StudentType } from "./student.stub.js";

@ObjectType("BillPreviewRow", { description: "What one student would be billed." })
export class BillPreviewRowType {
  @Field(() => StudentType, { description: "The student." })
  student!: StudentType;

  @Field(() => Int, { description: "The bill's amount, in whole NT$." })
  amount!: number;

  @Field(() => [RefusalType], {
    description:
      "What is odd about it: NO_GUARDIAN_BOUND, BILLED_BEFORE (by title), ALREADY_BILLED (refused unless `again`), STUDENT_NOT_AT_SCHOOL (refused).",
  })
  warnings!: RefusalType[];
}

@ObjectType("BillPreview", { description: "What an issue would do, without doing it." })
export class BillPreviewType {
  @Field(() => [BillPreviewRowType], { description: "A row per student, in class and seat order." })
  rows!: BillPreviewRowType[];

  @Field(() => MoneyScalar, {
    description: "What the bills would come to, in whole NT$, refused rows not counted.",
  })
  total!: number;

  @Field(() => [RefusalType], {
    description: "What is odd about the issue as a whole: AMOUNT_UNUSUAL, DUE_SOON, DUE_LATE.",
  })
  warnings!: RefusalType[];
}
