import { RefusalType } from "@campus-graph/kit/graphql/refusal.type";
import { Field, ID, ObjectType } from "type-graphql";

@ObjectType("IssueResult", { description: "What became of one student of an issue." })
export class IssueResultType {
  @Field(() => ID, { description: "The student." })
  studentId!: string;

  @Field(() => Boolean, { description: "Whether the student has the bill." })
  ok!: boolean;

  /** Resolved to the bill itself, together with those of the other rows. */
  billId!: string | null;

  @Field(() => RefusalType, { nullable: true, description: "Why not; null when ok." })
  refusal!: RefusalType | null;
}

@ObjectType("IssueBillsPayload", { description: "A result per student, in class and seat order." })
export class IssueBillsPayload {
  @Field(() => [IssueResultType], { description: "The results." })
  results!: IssueResultType[];
}
