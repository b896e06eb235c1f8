import { Field, ObjectType } from "type-graphql";

@ObjectType("StudentMatch", { description: "A student found by national ID, school and level." })
export class StudentMatchType {
  @Field(() => String, {
    description:
      "Sealed proof of the match for addStudentToApplication; good for 24 hours and for whoever found the student.",
  })
  match!: string;

  @Field(() => String, { description: "The name with its middle hidden, for the guardian to confirm." })
  maskedName!: string;
}
