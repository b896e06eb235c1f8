import { Ctx, Query, Resolver } from "type-graphql";
import type { BindingContext } from "../context.js";
import { myApplications } from "../use-cases/my-applications.js";
import { BindingApplicationType, presentApplication } from "./application.type.js";
import { ConsentNoticeType } from "./consent-notice.type.js";

@Resolver()
export class ApplicationQueries {
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
}
