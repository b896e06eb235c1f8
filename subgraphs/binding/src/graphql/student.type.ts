import { Directive, Field, ID, ObjectType } from "type-graphql";

@Directive('@key(fields: "id", resolvable: false)')
@ObjectType("Student", { description: "A student; everything but the id is told by the roster." })
export class StudentType {
  @Field(() => ID, { description: "The student's id." })
  id!: string;
}
