import { Field, ID, ObjectType } from "type-graphql";

@ObjectType("ConsentNotice", {
  description: "What a guardian is told before a child's data is used: the six items of 個人資料保護法 §8.",
})
export class ConsentNoticeType {
  @Field(() => ID, { description: "Names this wording. A change of words is a new version." })
  version!: string;

  @Field(() => String, { description: "The heading." })
  title!: string;

  @Field(() => [String], { description: "The six items in short, in the law's order." })
  summary!: readonly string[];

  @Field(() => String, { description: "The full text, in paragraphs." })
  body!: string;
}
