import { batched } from "@campus-graph/kit/graphql/batching";
import { Ctx, Directive, Field, FieldResolver, ID, Int, ObjectType, Resolver, Root } from "type-graphql";
import type { IdentityContext } from "../context.js";
import { Account, presentAccount } from "./account.type.js";
import { accountForViewer, accountIdOfRequest, guardianOfRequest, versionKey } from "./batches.js";
import { Guardian } from "./guardian.type.js";

/** Binding's request, which is described there; identity adds who applies, and the account. */
@Directive('@key(fields: "id")')
@ObjectType()
export class BindingRequest {
  @Field(() => ID)
  id!: string;

  @Directive("@external")
  @Field(() => Int)
  version!: number;
}

@Resolver(() => BindingRequest)
export class BindingRequestExtension {
  @Directive('@requires(fields: "version")')
  @FieldResolver(() => Guardian, {
    nullable: true,
    description:
      "Who applies, by the very declaration that this version was signed with; null while that is not known here yet. For the applicant, the homeroom teacher and the school's registrar; null for others.",
  })
  guardian(
    @Root() { id, version }: BindingRequest,
    @Ctx() context: IdentityContext,
  ): Promise<Guardian | null> {
    return batched(context, guardianOfRequest, versionKey(id, version));
  }

  @FieldResolver(() => Account, {
    nullable: true,
    description:
      "The account that approval led to; null until then, and for others than its holder and the reviewer.",
  })
  async account(@Root() { id }: BindingRequest, @Ctx() context: IdentityContext): Promise<Account | null> {
    const accountId = await batched(context, accountIdOfRequest, id);
    const account = accountId === null ? null : await batched(context, accountForViewer, accountId);
    return account && presentAccount(context, account);
  }
}
