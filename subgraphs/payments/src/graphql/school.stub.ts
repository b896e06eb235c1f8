import { Directive, Field, ID, ObjectType } from "type-graphql";

/** Roster's school, named here for whoever reads a bill. */
@Directive('@key(fields: "code", resolvable: false)')
@ObjectType("School")
export class SchoolType {
  @Field(() => ID)
  code!: string;

  @Directive("@external")
  @Field(() => String)
  name!: string;
}
