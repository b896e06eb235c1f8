import type { Page } from "@campus-graph/kit/graphql/pagination";
import { Cursor } from "@campus-graph/kit/graphql/scalars";
import { Arg, Ctx, ID, Int, Query, Resolver } from "type-graphql";
import type { BindingContext } from "../context.js";
import { lastReturnReasons } from "../use-cases/last-return-reasons.js";
import { lateRequests } from "../use-cases/late-requests.js";
import { reviewClass } from "../use-cases/review-class.js";
import { reviewForRegistrar } from "../use-cases/review-for-registrar.js";
import { BindingRequestConnection, type BindingRequestType, presentRequest } from "./request.type.js";
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
      "Rows of a school's students whose requests wait for its registrar, because the class has no homeroom teacher or none but who applies, or because no teacher has decided them for five school days (as the city has set it): the 200 that have waited longest. Empty for a school that is another's.",
  })
  async registrarReview(
    @Ctx() context: BindingContext,
    @Arg("schoolCode", () => ID, { description: "The school's code." }) schoolCode: string,
  ): Promise<ClassReviewRowType[]> {
    return (await reviewForRegistrar(context, schoolCode)).map((row) => presentRow(context, row));
  }

  @Query(() => BindingRequestConnection, {
    description:
      "A school's requests that no teacher has decided for five school days (as the city has set it), the longest waiting first; its registrar may decide them too.",
  })
  async lateRequests(
    @Ctx() context: BindingContext,
    @Arg("schoolCode", () => ID, { description: "The school's code." }) schoolCode: string,
    @Arg("first", () => Int, { nullable: true, defaultValue: 20, description: "How many, at most 100." })
    first: number | null,
    @Arg("after", () => Cursor, { nullable: true, description: "Go on after this place." })
    after: string | null,
  ): Promise<Page<BindingRequestType>> {
    const { edges, pageInfo } = await lateRequests(context, schoolCode, { first: first ?? 20, after });
    return {
      edges: edges.map(({ cursor, node }) => ({ cursor, node: presentRequest(context, node) })),
      pageInfo,
    };
  }

  @Query(() => [String], {
    description:
      "The reasons for which the viewer returned requests last, each once, the newest first: at most 8.",
  })
  lastReturnReasons(@Ctx() context: BindingContext): Promise<string[]> {
    return lastReturnReasons(context);
  }
}
