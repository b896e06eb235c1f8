import { Directive, Field, ID, ObjectType } from "type-graphql";

/** Roster's school, named here for whoever reads a bill. */
@Directive('@key(fields: "code", resolvable: false)')
@ObjectType("School", { description: "A school of the city." })
export class SchoolType {
  @Field(() => ID, { description: "The ministry's code, 6 characters, e.g. 403601." })
  code!: string;

  @Directive("@external")
  @Field(() => String, { description: "The school's name, e.g. 市立內湖國小." })
  name!: string;
}

/** Roster's student; payments adds the bills. */
@Directive('@key(fields: "id")')
@ObjectType("Student", { description: "A student." })
export class StudentType {
  @Field(() => ID, { description: "The student's id, for life." })
  id!: string;

  @Directive("@external")
  @Field(() => String, { description: "The name with its middle hidden, e.g. 林O佑." })
  maskedName!: string;
}

/** Identity's account; payments adds the badge. */
@Directive('@key(fields: "id")')
@ObjectType("Account", { description: "A sign-on identity of one person." })
export class AccountType {
  @Field(() => ID, { description: "The subject's id." })
  id!: string;
}
