import { Ctx, Directive, Field, FieldResolver, ID, ObjectType, Resolver, Root } from "type-graphql";
import { seeOwnGuardian } from "../access/guardians.js";
import type { IdentityContext } from "../context.js";
import { Guardian, presentGuardian } from "./guardian.type.js";

/** Binding's application, which is described there; identity adds whom its applicant has declared. */
@Directive('@key(fields: "id")')
@ObjectType()
export class BindingApplication {
  @Field(() => ID)
  id!: string;
}

@Resolver(() => BindingApplication)
export class BindingApplicationFields {
  @FieldResolver(() => Guardian, {
    nullable: true,
    description:
      "Whom the applicant declared last, so that a draft goes on with it on another device. For the applicant alone; null before that, and for everybody else.",
  })
  async guardian(
    @Root() { id }: BindingApplication,
    @Ctx() context: IdentityContext,
  ): Promise<Guardian | null> {
    const found = await seeOwnGuardian(context, id);
    return found && presentGuardian(found);
  }
}
