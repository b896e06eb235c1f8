import { Arg, Ctx, ID, Query, Resolver } from "type-graphql";
import type { BindingContext } from "../context.js";
import { lastReturnReasons } from "../use-cases/last-return-reasons.js";
import { reviewClass } from "../use-cases/review-class.js";
import { reviewForRegistrar } from "../use-cases/review-for-registrar.js";
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

  @Query(() => [ClassReviewRowType], {
    description:
      "Rows of a school's students whose requests wait for its registrar, because the class has no homeroom teacher or none but who applies: the 200 that have waited longest. Empty for a school that is another's.",
  })
  async registrarReview(
    @Ctx() context: BindingContext,
    @Arg("schoolCode", () => ID, { description: "The school's code." }) schoolCode: string,
  ): Promise<ClassReviewRowType[]> {
    return (await reviewForRegistrar(context, schoolCode)).map((row) => presentRow(context, row));
  }

  @Query(() => [String], {
    description:
      "The reasons for which the viewer returned requests last, each once, the newest first: at most 8.",
  })
  lastReturnReasons(@Ctx() context: BindingContext): Promise<string[]> {
    return lastReturnReasons(context);
  }
}
