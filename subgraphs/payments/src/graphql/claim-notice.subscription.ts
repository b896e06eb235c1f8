import { Cursor } from "@campus-graph/kit/graphql/scalars";
import { Arg, Directive, Resolver, Root, Subscription } from "type-graphql";
import { ClaimNoticeType } from "./claim-notice.type.js";

@Resolver()
export class ClaimNoticeSubscription {
  /** The gateway serves it from the list; it is never executed here. */
  @Directive('@tail(of: "claimNotices")')
  @Subscription(() => ClaimNoticeType, {
    topics: "claimNotices",
    description:
      "The live tail of claimNotices: an open bill learns by it that the other guardian has begun to pay. Resume with the last notice's cursor.",
  })
  claimNotice(
    @Root() notice: ClaimNoticeType,
    @Arg("after", () => Cursor, { nullable: true, description: "Go on after this place of claimNotices." })
    _after: string | null,
  ): ClaimNoticeType {
    return notice;
  }
}
