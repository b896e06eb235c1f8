import { Ctx, Directive, Field, FieldResolver, ID, Int, ObjectType, Resolver, Root } from "type-graphql";
import { seeAccountOfRequest } from "../access/accounts.js";
import { seeGuardianOfRequest } from "../access/guardians.js";
import type { IdentityContext } from "../context.js";
import { Account, presentAccount } from "./account.type.js";
import { Guardian, presentGuardian } from "./guardian.type.js";

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
export class BindingRequestFields {
  @Directive('@requires(fields: "version")')
  @FieldResolver(() => Guardian, {
    nullable: true,
    description:
      "Who applies, by the very declaration that this version was signed with; null while that is not known here yet. For the applicant, the homeroom teacher and the school's registrar; null for others.",
  })
  async guardian(
    @Root() { id, version }: BindingRequest,
    @Ctx() context: IdentityContext,
  ): Promise<Guardian | null> {
    const found = await seeGuardianOfRequest(context, id, version);
    return found && presentGuardian(found);
  }

  @FieldResolver(() => Account, {
    nullable: true,
    description:
      "The account that approval led to; null until then, and for others than its holder and the reviewer.",
  })
  async account(@Root() { id }: BindingRequest, @Ctx() context: IdentityContext): Promise<Account | null> {
    const account = await seeAccountOfRequest(context, id);
    return account && presentAccount(context, account);
  }
}
