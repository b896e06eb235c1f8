import { Arg, Ctx, ID, Query, Resolver } from "type-graphql";
import type { BindingContext } from "../context.js";
import { reviewClass } from "../use-cases/review-class.js";
import { ClassReviewRowType, presentRow } from "./review.type.js";

@Resolver()
export class ReviewQueries {
  @Query(() => [ClassReviewRowType], {
    description:
      "The grid of a class, by seat. For its homeroom teacher, and the school's registrar to read. Empty for a class that is another's or does not exist.",
  })
  async classReview(
    @Ctx() context: BindingContext,
    @Arg("classId", () => ID, { description: "The class." }) classId: string,
  ): Promise<ClassReviewRowType[]> {
    return (await reviewClass(context, classId)).map((row) => presentRow(context, row));
  }
}
