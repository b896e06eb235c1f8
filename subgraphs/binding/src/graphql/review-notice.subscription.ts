import { Cursor } from "@campus-graph/kit/graphql/scalars";
import { Arg, Directive, Resolver, Root, Subscription } from "type-graphql";
import { ReviewNoticeType } from "./review-notice.type.js";

/** Served by the gateway, as the live tail of `reviewNotices`; nothing here is ever called. */
@Resolver()
export class ReviewNoticeSubscription {
  @Directive('@tail(of: "reviewNotices")')
  @Subscription(() => ReviewNoticeType, {
    topics: "reviewNotices",
    description:
      "Told the moment the grid of a class that the viewer decides has changed. With `after` it goes on right behind that place and misses nothing; without, it starts now.",
  })
  reviewNotice(
    @Root() notice: ReviewNoticeType,
    @Arg("after", () => Cursor, {
      nullable: true,
      description: "A cursor of reviewNotices, or of a notice received.",
    })
    _after?: string | null,
  ): ReviewNoticeType {
    return notice;
  }
}
