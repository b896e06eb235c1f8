import { Cursor, EmailAddress } from "@campus-graph/kit/graphql/scalars";
import { Arg, Ctx, Field, InputType, Int, Query, Resolver } from "type-graphql";
import type { IdentityContext } from "../context.js";
import { findAccounts } from "../use-cases/find-accounts.js";
import { ManagedAccountConnection, presentManagedAccount } from "./managed-account.type.js";

@InputType({ description: "Whom somebody asks about: exactly one of these, whole." })
class FindAccountsInput {
  @Field(() => EmailAddress, { nullable: true, description: "The login e-mail address." })
  email?: string | null;

  @Field(() => String, {
    nullable: true,
    description: "A mobile number that its owner has verified, however written.",
  })
  mobile?: string | null;

  @Field(() => String, { nullable: true, description: "The national ID or resident certificate number." })
  nationalId?: string | null;

  @Field(() => String, { nullable: true, description: "The user name of the person's own choice." })
  userName?: string | null;
}

@Resolver()
export class ManagedAccountQueries {
  @Query(() => ManagedAccountConnection, {
    description:
      "The account of whoever is asked about, for the IT office of a school where its person works or is bound to a child, and for the bureau; to others there is none. Each search is audited. Refusals: BAD_INPUT, EMAIL_INVALID, MOBILE_INVALID, NATIONAL_ID_INVALID, TOO_MANY_ATTEMPTS.",
  })
  async accounts(
    @Ctx() context: IdentityContext,
    @Arg("input", () => FindAccountsInput, { description: "Whom to find." }) input: FindAccountsInput,
    @Arg("first", () => Int, { defaultValue: 20, description: "How many at most, up to 100." }) first: number,
    @Arg("after", () => Cursor, { nullable: true, description: "Where the page before ended." })
    after: string | null,
  ): Promise<InstanceType<typeof ManagedAccountConnection>> {
    const { edges, pageInfo } = await findAccounts(context, input, { first, after });
    return {
      edges: edges.map(({ cursor, node }) => ({ cursor, node: presentManagedAccount(context, node) })),
      pageInfo,
    };
  }
}
