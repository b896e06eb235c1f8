import { Directive, Field, ID, ObjectType } from "type-graphql";

/** Roster's school, which is described there. */
@Directive('@key(fields: "code", resolvable: false)')
@ObjectType()
export class School {
  @Field(() => ID)
  code!: string;
}
