import { Arg, Ctx, ID, Query, Resolver } from "type-graphql";
import type { RosterContext } from "../context.js";
import { listDeputies } from "../use-cases/list-deputies.js";
import { DeputyType, presentDeputy } from "./deputy.type.js";

@Resolver()
export class DeputyQueries {
  @Query(() => [DeputyType], {
    description:
      "Who stands in for homeroom teachers of a school today or is going to, by first day: at most 200. For its registrar and IT office.",
  })
  async deputies(
    @Ctx() context: RosterContext,
    @Arg("schoolCode", () => ID, { description: "The school's code." }) schoolCode: string,
  ): Promise<DeputyType[]> {
    return (await listDeputies(context, schoolCode)).map(presentDeputy);
  }
}
