import { batched } from "@campus-graph/kit/batching";
import { Ctx, Directive, Field, FieldResolver, ID, ObjectType, Resolver, Root } from "type-graphql";
import type { Context } from "../services.js";
import { Account, presentAccount } from "./account.type.js";
import { accountForViewer, accountIdOfRequest, guardianOfRequest } from "./batches.js";
import { Guardian } from "./guardian.type.js";

/** Binding's request, which is described there; identity adds who applies, and the account. */
@Directive('@key(fields: "id")')
@ObjectType()
export class BindingRequest {
  @Field(() => ID)
  id!: string;
}

@Resolver(() => BindingRequest)
export class BindingRequestExtension {
  @FieldResolver(() => Guardian, {
    nullable: true,
    description:
      "Who applies. For the applicant and for the homeroom teacher who reviews the request; null for others.",
  })
  guardian(@Root() { id }: BindingRequest, @Ctx() context: Context): Promise<Guardian | null> {
    return batched(context, guardianOfRequest, id);
  }

  @FieldResolver(() => Account, {
    nullable: true,
    description:
      "The account that approval led to; null until then, and for others than its holder and the reviewer.",
  })
  async account(@Root() { id }: BindingRequest, @Ctx() context: Context): Promise<Account | null> {
    const accountId = await batched(context, accountIdOfRequest, id);
    const account = accountId === null ? null : await batched(context, accountForViewer, accountId);
    return account && presentAccount(context, account);
  }
}
