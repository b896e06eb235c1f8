import { connectionOf } from "@campus-graph/kit/graphql/connection.type";
import { Cursor, DateTime } from "@campus-graph/kit/graphql/scalars";
import { Field, ID, ObjectType } from "type-graphql";
import type { BillNoticeKind } from "../feed.js";
import { BillNoticeKindEnum } from "./enums.js";

@ObjectType("BillNotice", { description: "Something happened to a bill of one of the viewer's children." })
export class BillNoticeType {
  @Field(() => ID, { description: "Its id." })
  id!: string;

  @Field(() => Cursor, { description: "Its place in the viewer's feed: go on after it with `after`." })
  cursor!: string;

  @Field(() => BillNoticeKindEnum, { description: "What happened." })
  kind!: BillNoticeKind;

  @Field(() => DateTime, { description: "When it happened." })
  occurredAt!: Date;
}

export const BillNoticeConnection = connectionOf("BillNotice", BillNoticeType);
