import { Arg, Ctx, ID, Query, Resolver } from "type-graphql";
import { staffsClass } from "../access/classes.js";
import type { RosterContext } from "../context.js";
import { myClasses } from "../use-cases/my-classes.js";
import { presentSchoolClass, SchoolClassType } from "./school-class.type.js";

@Resolver()
export class SchoolClassQueries {
  @Query(() => SchoolClassType, {
    nullable: true,
    description:
      "The class of this id, for its homeroom teacher, their deputy, and its school's registrars and cashiers; else null.",
  })
  async schoolClass(
    @Ctx() context: RosterContext,
    @Arg("id", () => ID, { description: "The class's id." }) id: string,
  ): Promise<SchoolClassType | null> {
    const found = await staffsClass(context, id);
    return found && presentSchoolClass(found);
  }

  @Query(() => [SchoolClassType], {
    description:
      "Every class that the viewer's staff roles cover: a teacher's homerooms and those where they stand in today, a registrar's or cashier's whole school.",
  })
  async myClasses(@Ctx() context: RosterContext): Promise<SchoolClassType[]> {
    return (await myClasses(context)).map(presentSchoolClass);
  }
}
