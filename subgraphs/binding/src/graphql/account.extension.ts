import { batched } from "@campus-graph/kit/graphql/batching";
import { Ctx, Directive, Field, FieldResolver, ID, ObjectType, Resolver, Root } from "type-graphql";
import type { BindingContext } from "../context.js";
import { bindingsByAccount } from "../persistence/bindings.js";
import { BindingType, presentBinding } from "./binding.type.js";

/** Identity's account, which is described there; binding adds its ties to students. */
@Directive('@key(fields: "id")')
@ObjectType("Account")
export class AccountType {
  @Field(() => ID)
  id!: string;
}

@Resolver(() => AccountType)
export class AccountExtension {
  @FieldResolver(() => [BindingType], {
    description: "The students that the account's guardian is tied to. For themselves.",
  })
  async bindings(@Ctx() context: BindingContext, @Root() { id }: AccountType): Promise<BindingType[]> {
    const bindings = await batched(context, bindingsByAccount, id);
    return (bindings ?? []).map(presentBinding);
  }
}
