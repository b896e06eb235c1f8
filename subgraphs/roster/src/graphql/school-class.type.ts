import { Directive, Field, ID, Int, ObjectType } from "type-graphql";
import type { SchoolClass } from "../domain/school-class.js";

@Directive('@key(fields: "id")')
@ObjectType("SchoolClass", {
  description: "A class of a school, found by its name when a sheet is imported.",
})
export class SchoolClassType {
  @Field(() => ID, {
    description: "The class's own id; it stays from year to year as long as the name does.",
  })
  id!: string;

  @Field(() => String, { description: "What the school calls it, e.g. 二年一班." })
  name!: string;

  @Field(() => Int, { description: "The grade, 1 to 12, as the name or the sheet tells it." })
  grade!: number;

  schoolCode!: string;
}

export function presentSchoolClass({ id, name, grade, schoolCode }: SchoolClass): SchoolClassType {
  return Object.assign(new SchoolClassType(), { id, name, grade, schoolCode });
}
