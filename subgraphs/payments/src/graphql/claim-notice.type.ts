import { connectionOf } from "@campus-graph/kit/graphql/connection.type";
import { Cursor, DateTime } from "@campus-graph/kit/graphql/scalars";
import { Field, ID, ObjectType } from "type-graphql";
import type { ClaimNoticeKind } from "../feed.js";
import { ClaimNoticeKindEnum } from "./enums.js";

@ObjectType("ClaimNotice", {
  description:
    "A guardian of one of the viewer's children, the viewer too, has begun to pay a bill, or pays it no more.",
})
export class ClaimNoticeType {
  @Field(() => ID, { description: "Its id." })
  id!: string;

  @Field(() => Cursor, { description: "Its place in the viewer's feed: go on after it with `after`." })
  cursor!: string;

  @Field(() => ClaimNoticeKindEnum, { description: "What happened." })
  kind!: ClaimNoticeKind;

  @Field(() => DateTime, { description: "When it happened." })
  occurredAt!: Date;
}

export const ClaimNoticeConnection = connectionOf("ClaimNotice", ClaimNoticeType);
