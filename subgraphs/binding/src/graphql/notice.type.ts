import { connectionOf } from "@campus-graph/kit/graphql/connection.type";
import { Cursor, DateTime } from "@campus-graph/kit/graphql/scalars";
import { Field, ID, ObjectType } from "type-graphql";
import type { BindingNoticeKind } from "../feed.js";
import { BindingNoticeKindEnum } from "./enums.js";

@ObjectType("BindingNotice", {
  description: "A durable message to an applicant about one of their requests.",
})
export class BindingNoticeType {
  @Field(() => ID, { description: "The notice's id: the same however often it is read." })
  id!: string;

  @Field(() => Cursor, { description: "Its place in the list: resume after it." })
  cursor!: string;

  @Field(() => BindingNoticeKindEnum, { description: "What it says." })
  kind!: BindingNoticeKind;

  @Field(() => DateTime, { description: "When the thing happened." })
  occurredAt!: Date;

  /** Not a field: the request is looked up when asked for, and checked for the viewer anew. */
  reference!: { requestId: string };
}

export const BindingNoticeConnection = connectionOf("BindingNotice", BindingNoticeType);
