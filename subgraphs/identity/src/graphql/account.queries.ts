import { isId } from "@campus-graph/kit/sql/id";
import { Ctx, Query, Resolver } from "type-graphql";
import { seeAccount } from "../access/accounts.js";
import type { IdentityContext } from "../context.js";
import { Account, presentAccount } from "./account.type.js";

@Resolver()
export class AccountQueries {
  @Query(() => Account, {
    nullable: true,
    description: "The viewer's own account; null for a partner's program.",
  })
  async me(@Ctx() context: IdentityContext): Promise<Account | null> {
    const { subject } = context.viewer;
    const account = subject && isId(subject) ? await seeAccount(context, subject) : null;
    return account && presentAccount(context, account);
  }
}
