import { Directive, Field, ID, ObjectType } from "type-graphql";
import type { EducationLevel as Level } from "../domain/education-level.js";
import type { School } from "../domain/school.js";
import { EducationLevel } from "./enums.js";

@Directive('@key(fields: "code")')
@ObjectType("School", { description: "A school of the city." })
export class SchoolType {
  @Field(() => ID, { description: "The ministry's code, six characters, e.g. 403601." })
  code!: string;

  @Directive("@shareable")
  @Field(() => String, { description: "The school's name, e.g. 市立內湖國小." })
  name!: string;

  @Field(() => EducationLevel, { description: "The school's level." })
  level!: Level;
}

export function presentSchool({ code, name, level }: School): SchoolType {
  return Object.assign(new SchoolType(), { code, name, level });
}
