import { Cursor } from "@campus-graph/kit/graphql/scalars";
import { Arg, Directive, Resolver, Root, Subscription } from "type-graphql";
import { BindingNoticeType } from "./notice.type.js";

/** Served by the gateway, as the live tail of `bindingNotices`; nothing here is ever called. */
@Resolver()
export class NoticeSubscription {
  @Directive('@tail(of: "bindingNotices")')
  @Subscription(() => BindingNoticeType, {
    topics: "bindingNotices",
    description:
      "Each new notice of the viewer, as it comes. With `after` it goes on right behind that place and misses nothing; without, it starts now.",
  })
  bindingOutcome(
    @Root() notice: BindingNoticeType,
    @Arg("after", () => Cursor, {
      nullable: true,
      description: "A cursor of bindingNotices, or of a notice received.",
    })
    _after?: string | null,
  ): BindingNoticeType {
    return notice;
  }
}
