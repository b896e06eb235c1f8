import { subjectOf } from "@campus-graph/kit/context";
import { Ctx, Query, Resolver } from "type-graphql";
import type { BindingContext } from "../context.js";
import { bindingsOfAccount } from "../use-cases/bindings-of-account.js";
import { BindingType, presentBinding } from "./binding.type.js";

@Resolver()
export class BindingQueries {
  @Query(() => [BindingType], { description: "The students that the viewer is tied to." })
  async myBindings(@Ctx() context: BindingContext): Promise<BindingType[]> {
    return (await bindingsOfAccount(context, subjectOf(context))).map(presentBinding);
  }
}
