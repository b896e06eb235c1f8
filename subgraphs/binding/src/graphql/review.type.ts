import { RefusalType } from "@campus-graph/kit/graphql/refusal.type";
import { Field, ID, ObjectType } from "type-graphql";
import type { BindingContext } from "../context.js";
import type { DataCheck } from "../domain/data-check.js";
import type { ReviewRow } from "../use-cases/review-class.js";
import { BindingType, presentBinding } from "./binding.type.js";
import { DataCheckEnum } from "./enums.js";
import { BindingRequestType, presentRequest } from "./request.type.js";
import { StudentType } from "./student.stub.js";

@ObjectType("ClassReviewRow", { description: "One student's row in the class grid of 親師生帳號." })
export class ClassReviewRowType {
  @Field(() => StudentType, { description: "The student: 座號-姓名." })
  student!: StudentType;

  @Field(() => DataCheckEnum, {
    description:
      "個資確認 over the guardians of `pending` together; where none waits, over those already bound. Each request has its own.",
  })
  dataCheck!: DataCheck;

  @Field(() => [BindingType], { description: "親子帳號1 and 親子帳號2: at most two." })
  bindings!: BindingType[];

  @Field(() => [BindingRequestType], {
    description:
      "Requests that wait for 核可 or 退回, and approved ones that failed (PROVISION_FAILED, until they are mended or another took their place), oldest first.",
  })
  pending!: BindingRequestType[];
}

@ObjectType("ReviewResult", { description: "What became of one request of a bulk decision." })
export class ReviewResultType {
  @Field(() => ID, { description: "The request as it was named." })
  requestId!: string;

  @Field(() => Boolean, { description: "Whether it was approved." })
  ok!: boolean;

  @Field(() => RefusalType, { nullable: true, description: "Why it was not; null when it was." })
  refusal!: RefusalType | null;
}

@ObjectType("ReviewPayload", { description: "The results of a bulk decision." })
export class ReviewPayloadType {
  @Field(() => [ReviewResultType], { description: "One result per request named, in the same order." })
  results!: ReviewResultType[];
}

export function presentRow(
  context: BindingContext,
  { studentId, dataCheck, bindings, pending }: ReviewRow,
): ClassReviewRowType {
  return {
    student: { id: studentId },
    dataCheck,
    bindings: bindings.map(presentBinding),
    pending: pending.map((request) => presentRequest(context, request)),
  };
}
