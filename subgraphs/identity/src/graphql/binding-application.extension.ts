import { batched } from "@campus-graph/kit/graphql/batching";
import { Ctx, Directive, Field, FieldResolver, ID, ObjectType, Resolver, Root } from "type-graphql";
import type { IdentityContext } from "../context.js";
import { ownGuardianOfApplication } from "./batches.js";
import { Guardian } from "./guardian.type.js";

/** Binding's application, which is described there; identity adds whom its applicant has declared. */
@Directive('@key(fields: "id")')
@ObjectType()
export class BindingApplication {
  @Field(() => ID)
  id!: string;
}

@Resolver(() => BindingApplication)
export class BindingApplicationExtension {
  @FieldResolver(() => Guardian, {
    nullable: true,
    description:
      "Whom the applicant declared last, so that a draft goes on with it on another device. For the applicant alone; null before that, and for everybody else.",
  })
  guardian(@Root() { id }: BindingApplication, @Ctx() context: IdentityContext): Promise<Guardian | null> {
    return batched(context, ownGuardianOfApplication, id);
  }
}
