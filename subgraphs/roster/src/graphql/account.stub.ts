import { Directive, Field, ID, ObjectType } from "type-graphql";

/** Identity's account, which is described there. */
@Directive('@key(fields: "id", resolvable: false)')
@ObjectType("Account")
export class AccountType {
  @Field(() => ID)
  id!: string;
}
