import { subjectOf } from "@campus-graph/kit/context";
import type { FeedPage } from "@campus-graph/kit/feed/feed";
import { batched } from "@campus-graph/kit/graphql/batching";
import { Cursor } from "@campus-graph/kit/graphql/scalars";
import { Arg, Ctx, ID, Int, Query, Resolver } from "type-graphql";
import type { BindingContext } from "../context.js";
import { bindingFeed } from "../feed.js";
import { bindingsByAccount } from "../persistence/bindings.js";
import { myApplications } from "../use-cases/my-applications.js";
import { reviewClass } from "../use-cases/review-class.js";
import { BindingApplicationType, presentApplication } from "./application.type.js";
import { BindingType, presentBinding } from "./binding.type.js";
import { ConsentNoticeType } from "./consent-notice.type.js";
import { BindingNoticeConnection } from "./notice.type.js";
import { ClassReviewRowType, presentRow } from "./review.type.js";

@Resolver()
export class BindingQueries {
  @Query(() => ConsentNoticeType, {
    description: "The notice in force, to which a guardian agrees in step 3.",
  })
  consentNotice(@Ctx() { services }: BindingContext): ConsentNoticeType {
    return services.notice;
  }

  @Query(() => [BindingApplicationType], {
    description: "The viewer's applications, newest first; the open draft among them.",
  })
  async myApplications(@Ctx() context: BindingContext): Promise<BindingApplicationType[]> {
    return (await myApplications(context)).map(presentApplication);
  }

  @Query(() => [BindingType], { description: "The students that the viewer is tied to." })
  async myBindings(@Ctx() context: BindingContext): Promise<BindingType[]> {
    return ((await batched(context, bindingsByAccount, subjectOf(context))) ?? []).map(presentBinding);
  }

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

  @Query(() => BindingNoticeConnection, {
    description:
      "What became of the viewer's requests, oldest first; at most 100 at once, 20 when nothing is said.",
  })
  bindingNotices(
    @Ctx() context: BindingContext,
    @Arg("first", () => Int, { nullable: true, description: "How many, from `after` on." }) first?:
      | number
      | null,
    @Arg("after", () => Cursor, { nullable: true, description: "Where to go on." }) after?: string | null,
    @Arg("last", () => Int, { nullable: true, description: "How many of the newest; without `first`." })
    last?: number | null,
  ): Promise<FeedPage<{ requestId: string }>> {
    return bindingFeed.page(context, { first, after, last });
  }
}
