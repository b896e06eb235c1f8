import { CalendarDate, EmailAddress } from "@campus-graph/kit/graphql/scalars";
import { Arg, Ctx, Field, ID, InputType, Mutation, Resolver } from "type-graphql";
import type { RosterContext } from "../context.js";
import { assignDeputy } from "../use-cases/assign-deputy.js";
import { endDeputy } from "../use-cases/end-deputy.js";
import { DeputyType, presentDeputy } from "./deputy.type.js";

@InputType({ description: "Who stands in for the homeroom teacher of which class, on which days." })
class AssignDeputyInput {
  @Field(() => ID, { description: "The class." })
  classId!: string;

  @Field(() => EmailAddress, { description: "The login of a teacher of the same school." })
  email!: string;

  @Field(() => CalendarDate, { nullable: true, description: "The first day; today where left out." })
  from!: string | null;

  @Field(() => CalendarDate, { description: "The last day: at most 366 days with the first." })
  until!: string;
}

@Resolver()
export class DeputyMutations {
  @Mutation(() => DeputyType, {
    description:
      "Lets a teacher of the school stand in for a class's homeroom teacher on the days named; it ends by itself. By the school's registrar or " +
      "IT office. The same again answers the deputy that stands. Refusals: DEPUTY_NOT_TEACHER, DEPUTY_HAS_HOMEROOM, CLASS_HAS_DEPUTY, " +
      "OWN_ROLE, EMAIL_INVALID, BAD_INPUT, NOT_FOUND.",
  })
  async assignDeputy(
    @Ctx() context: RosterContext,
    @Arg("input", () => AssignDeputyInput, { description: "Who stands in where, and when." })
    { classId, email, from, until }: AssignDeputyInput,
  ): Promise<DeputyType> {
    return presentDeputy(await assignDeputy(context, { classId, email, from: from ?? null, until }));
  }

  @Mutation(() => DeputyType, {
    description:
      "Ends a deputy's time at once, also before it began, and answers when they see the class nowhere any more. By the school's registrar or " +
      "IT office; asked again it gets the same answer. Refusals: DEPUTY_OVER, NOT_FOUND, TAKING_EFFECT (it is ended; `missing` has yet to act on it: ask again).",
  })
  async endDeputy(
    @Ctx() context: RosterContext,
    @Arg("id", () => ID, { description: "The deputy's id." }) id: string,
  ): Promise<DeputyType> {
    return presentDeputy(await endDeputy(context, id));
  }
}
