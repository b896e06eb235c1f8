import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { seesClassesOf } from "../access/classes.js";
import type { RosterContext } from "../context.js";
import { SchoolType } from "./school.type.js";
import { presentSchoolClass, SchoolClassType } from "./school-class.type.js";

@Resolver(() => SchoolType)
export class SchoolFields {
  @FieldResolver(() => [SchoolClassType], {
    description:
      "The school's classes by grade and number, for its registrars, cashiers and IT office, and the bureau; a teacher's are their homerooms.",
  })
  async classes(@Root() { code }: SchoolType, @Ctx() context: RosterContext): Promise<SchoolClassType[]> {
    return (await seesClassesOf(context, code)).map(presentSchoolClass);
  }
}
