import { Directive, Field, ID, ObjectType } from "type-graphql";

/** Roster's class, which is described there. */
@Directive('@key(fields: "id", resolvable: false)')
@ObjectType()
export class SchoolClass {
  @Field(() => ID)
  id!: string;
}
