import type { FeedPage } from "@campus-graph/kit/feed/feed";
import { Cursor } from "@campus-graph/kit/graphql/scalars";
import { Arg, Ctx, Int, Query, Resolver } from "type-graphql";
import type { BindingContext } from "../context.js";
import { reviewFeed } from "../feed.js";
import { ReviewNoticeConnection } from "./review-notice.type.js";

@Resolver()
export class ReviewNoticeQueries {
  @Query(() => ReviewNoticeConnection, {
    description:
      "When the grids of the classes that the viewer decides have changed, as homeroom teacher or deputy, oldest first; at most 100 at once, 20 when nothing is said.",
  })
  reviewNotices(
    @Ctx() context: BindingContext,
    @Arg("first", () => Int, { nullable: true, description: "How many, from `after` on." }) first?:
      | number
      | null,
    @Arg("after", () => Cursor, { nullable: true, description: "Where to go on." }) after?: string | null,
    @Arg("last", () => Int, { nullable: true, description: "How many of the newest; without `first`." })
    last?: number | null,
  ): Promise<FeedPage<{ classId: string }>> {
    return reviewFeed.page(context, { first, after, last });
  }
}
