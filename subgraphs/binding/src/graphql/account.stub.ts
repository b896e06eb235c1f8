import { Ctx, Directive, Field, FieldResolver, ID, ObjectType, Resolver, Root } from "type-graphql";
import type { BindingContext } from "../context.js";
import { bindingsOfAccount } from "../use-cases/bindings-of-account.js";
import { BindingType, presentBinding } from "./binding.type.js";

/** Identity's account, which is described there; binding adds its bindings to students. */
@Directive('@key(fields: "id")')
@ObjectType("Account")
export class AccountType {
  @Field(() => ID)
  id!: string;
}

@Resolver(() => AccountType)
export class AccountFields {
  @FieldResolver(() => [BindingType], {
    description: "The students that the account's guardian is tied to. For themselves.",
  })
  async bindings(@Ctx() context: BindingContext, @Root() { id }: AccountType): Promise<BindingType[]> {
    return (await bindingsOfAccount(context, id)).map(presentBinding);
  }
}
