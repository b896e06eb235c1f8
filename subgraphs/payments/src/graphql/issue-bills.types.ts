import { Directive, Field, ID, ObjectType } from "type-graphql";

@Directive("@shareable")
@ObjectType("Refusal", {
  description: "An expected no, as data: for one row of an act that the other rows survive.",
})
export class RefusalType {
  @Field(() => String, { description: "A stable code, e.g. STUDENT_NOT_AT_SCHOOL." })
  code!: string;

  @Field(() => String, { description: "The same for a person, in the viewer's language." })
  message!: string;
}

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
