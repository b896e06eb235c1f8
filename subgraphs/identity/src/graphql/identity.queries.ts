import { batched } from "@campus-graph/kit/graphql/batching";
import { isId } from "@campus-graph/kit/sql/id";
import { Ctx, Query, Resolver } from "type-graphql";
import type { IdentityContext } from "../context.js";
import { Account, presentAccount } from "./account.type.js";
import { accountForViewer } from "./batches.js";

@Resolver()
export class IdentityQueries {
  @Query(() => Account, {
    nullable: true,
    description: "The viewer's own account; null for a partner's program.",
  })
  async me(@Ctx() context: IdentityContext): Promise<Account | null> {
    const { subject } = context.viewer;
    const account = subject && isId(subject) ? await batched(context, accountForViewer, subject) : null;
    return account && presentAccount(context, account);
  }
}
