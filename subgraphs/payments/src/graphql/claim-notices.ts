import type { FeedPage, Notice } from "@campus-graph/kit/feed/feed";
import { Cursor } from "@campus-graph/kit/graphql/scalars";
import { Arg, Ctx, Directive, FieldResolver, Int, Query, Resolver, Root, Subscription } from "type-graphql";
import { seeBill } from "../access/bills.js";
import type { PaymentsContext } from "../context.js";
import type { Bill } from "../domain/bill.js";
import type { ClaimReference } from "../feed.js";
import { listClaimNotices } from "../use-cases/see-claims.js";
import { BillType } from "./bill.type.js";
import { ClaimNoticeConnection, ClaimNoticeType } from "./claim-notice.type.js";

@Resolver(() => ClaimNoticeType)
export class ClaimNotices {
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

  @FieldResolver(() => BillType, {
    nullable: true,
    description: "The bill as it is now, with its claims; null once the viewer may no longer see it.",
  })
  bill(@Root() { reference }: Notice<ClaimReference>, @Ctx() context: PaymentsContext): Promise<Bill | null> {
    return seeBill(context, reference.billId);
  }
}
