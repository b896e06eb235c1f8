import { Directive, Field, ID, ObjectType } from "type-graphql";

// What other subgraphs own is described there; here stands only what payments names or adds.

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

/** Roster's student; payments adds the bills. */
@Directive('@key(fields: "id")')
@ObjectType("Student")
export class StudentType {
  @Field(() => ID)
  id!: string;

  @Directive("@external")
  @Field(() => String)
  maskedName!: string;
}

/** Identity's account; payments adds the badge. */
@Directive('@key(fields: "id")')
@ObjectType("Account")
export class AccountType {
  @Field(() => ID)
  id!: string;
}
