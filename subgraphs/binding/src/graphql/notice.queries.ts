import type { FeedPage } from "@campus-graph/kit/feed/feed";
import { Cursor } from "@campus-graph/kit/graphql/scalars";
import { Arg, Ctx, Int, Query, Resolver } from "type-graphql";
import type { BindingContext } from "../context.js";
import { bindingFeed } from "../feed.js";
import { BindingNoticeConnection } from "./notice.type.js";

@Resolver()
export class NoticeQueries {
  @Query(() => BindingNoticeConnection, {
    description:
      "What became of the viewer's requests, oldest first; at most 100 at once, 20 when nothing is said.",
  })
  bindingNotices(
    @Ctx() context: BindingContext,
    @Arg("first", () => Int, { nullable: true, description: "How many, from `after` on." }) first?:
      | number
      | null,
    @Arg("after", () => Cursor, { nullable: true, description: "Where to go on." }) after?: string | null,
    @Arg("last", () => Int, { nullable: true, description: "How many of the newest; without `first`." })
    last?: number | null,
  ): Promise<FeedPage<{ requestId: string }>> {
    return bindingFeed.page(context, { first, after, last });
  }
}
