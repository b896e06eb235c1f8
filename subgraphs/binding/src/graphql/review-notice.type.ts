import { connectionOf } from "@campus-graph/kit/graphql/connection.type";
import { Cursor, DateTime } from "@campus-graph/kit/graphql/scalars";
import { Field, ID, ObjectType } from "type-graphql";

@ObjectType("ReviewNotice", {
  description:
    "That the grid of a class has changed: a request came, was decided or taken back, or a binding opened or ended. What it holds now is classReview's to say.",
})
export class ReviewNoticeType {
  @Field(() => ID, { description: "The notice's id: the same however often it is read." })
  id!: string;

  @Field(() => Cursor, { description: "Its place in the list: resume after it." })
  cursor!: string;

  @Field(() => DateTime, { description: "When the thing happened." })
  occurredAt!: Date;
}

export const ReviewNoticeConnection = connectionOf("ReviewNotice", ReviewNoticeType);
