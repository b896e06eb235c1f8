import { CalendarDate, DateTime } from "@campus-graph/kit/graphql/scalars";
import { Field, ID, ObjectType } from "type-graphql";
import type { DeputyOfClass } from "../domain/deputy.js";
import { AccountType } from "./account.stub.js";
import { presentSchoolClass, SchoolClassType } from "./school-class.type.js";

@ObjectType("Deputy", {
  description:
    "That a teacher stands in for a class's homeroom teacher, from the first of the city's days to the last: they see the class and decide its requests as that teacher does.",
})
export class DeputyType {
  @Field(() => ID, { description: "The same as long as it is known." })
  id!: string;

  @Field(() => SchoolClassType, { description: "The class." })
  schoolClass!: SchoolClassType;

  @Field(() => AccountType, { nullable: true, description: "Who stands in." })
  account!: AccountType | null;

  @Field(() => CalendarDate, { description: "The first day." })
  from!: string;

  @Field(() => CalendarDate, { description: "The last day, as it was assigned for." })
  until!: string;

  @Field(() => DateTime, {
    nullable: true,
    description: "When somebody ended it before its time; null: nobody has.",
  })
  endedAt!: Date | null;
}

export function presentDeputy({ deputy, schoolClass }: DeputyOfClass): DeputyType {
  const { id, staffSubjectId, from, until, endedAt } = deputy;
  return Object.assign(new DeputyType(), {
    id,
    schoolClass: presentSchoolClass(schoolClass),
    account: Object.assign(new AccountType(), { id: staffSubjectId }),
    from,
    until,
    endedAt,
  });
}
