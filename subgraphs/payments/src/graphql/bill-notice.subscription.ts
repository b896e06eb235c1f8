import { Cursor } from "@campus-graph/kit/graphql/scalars";
import { Arg, Directive, Resolver, Root, Subscription } from "type-graphql";
import { BillNoticeType } from "./bill-notice.type.js";

@Resolver()
export class BillNoticeSubscription {
  /** The gateway serves it from the list; it is never executed here. */
  @Directive('@tail(of: "billNotices")')
  @Subscription(() => BillNoticeType, {
    topics: "billNotices",
    description:
      "The live tail of billNotices: each notice once, in order, from `after` on, or from now without it. Resume with the last notice's cursor.",
  })
  billNotice(
    @Root() notice: BillNoticeType,
    @Arg("after", () => Cursor, { nullable: true, description: "Go on after this place of billNotices." })
    _after: string | null,
  ): BillNoticeType {
    return notice;
  }
}
