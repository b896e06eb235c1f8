import { Directive, Field, ID, ObjectType } from "type-graphql";

/** Roster's student, which is described there. */
@Directive('@key(fields: "id", resolvable: false)')
@ObjectType("Student")
export class StudentType {
  @Field(() => ID)
  id!: string;
}
