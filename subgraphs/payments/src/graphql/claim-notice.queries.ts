import type { FeedPage } from "@campus-graph/kit/feed/feed";
import { Cursor } from "@campus-graph/kit/graphql/scalars";
import { Arg, Ctx, Int, Query, Resolver } from "type-graphql";
import type { PaymentsContext } from "../context.js";
import type { ClaimReference } from "../feed.js";
import { listClaimNotices } from "../use-cases/see-claims.js";
import { ClaimNoticeConnection } from "./claim-notice.type.js";

@Resolver()
export class ClaimNoticeQueries {
  @Query(() => ClaimNoticeConnection, {
    description:
      "Which payments guardians have begun or given up, oldest first; `last` alone gives the newest. What is under way now stands in Bill.claims.",
  })
  claimNotices(
    @Ctx() context: PaymentsContext,
    @Arg("first", () => Int, {
      nullable: true,
      description: "How many from the start, at most 100; 20 when neither is given.",
    })
    first: number | null,
    @Arg("after", () => Cursor, { nullable: true, description: "Go on after this place." })
    after: string | null,
    @Arg("last", () => Int, {
      nullable: true,
      description: "How many of the newest, at most 100; not together with first.",
    })
    last: number | null,
  ): Promise<FeedPage<ClaimReference>> {
    return listClaimNotices(context, { first, after, last });
  }
}
