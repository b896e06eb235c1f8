import type { Notice } from "@campus-graph/kit/feed/feed";
import { FieldResolver, ID, Resolver, Root } from "type-graphql";
import { ReviewNoticeType } from "./review-notice.type.js";

@Resolver(() => ReviewNoticeType)
export class ReviewNoticeFields {
  @FieldResolver(() => ID, { description: "The class: ask for its grid anew." })
  classId(@Root() { reference }: Notice<{ classId: string }>): string {
    return reference.classId;
  }
}
