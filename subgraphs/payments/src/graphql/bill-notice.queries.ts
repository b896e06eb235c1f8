import type { FeedPage } from "@campus-graph/kit/feed/feed";
import { Cursor } from "@campus-graph/kit/graphql/scalars";
import { Arg, Ctx, Int, Query, Resolver } from "type-graphql";
import type { PaymentsContext } from "../context.js";
import { billNotices } from "../feed.js";
import { BillNoticeConnection } from "./bill-notice.type.js";

@Resolver()
export class BillNoticeQueries {
  @Query(() => BillNoticeConnection, {
    description:
      "What the viewer was told about bills, oldest first; `last` alone gives the newest. To miss nothing, read `billNotices(last: n) { pageInfo { endCursor } }` and subscribe with `after`.",
  })
  billNotices(
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
  ): Promise<FeedPage<{ billId: string }>> {
    return billNotices.page(context, { first, after, last });
  }
}
