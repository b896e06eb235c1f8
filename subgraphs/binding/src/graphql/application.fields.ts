import { Ctx, FieldResolver, Int, Resolver, Root } from "type-graphql";
import type { BindingContext } from "../context.js";
import { stepOf } from "../domain/application.js";
import { agreedNotice } from "../use-cases/agreed-notice.js";
import { requestsOfApplication } from "../use-cases/requests-of-application.js";
import { BindingApplicationType } from "./application.type.js";
import { ConsentNoticeType } from "./consent-notice.type.js";
import { BindingRequestType, presentRequest } from "./request.type.js";

@Resolver(() => BindingApplicationType)
export class ApplicationFields {
  @FieldResolver(() => Int, {
    description:
      "The step that comes next: 2 students, 3 consent, 4 the guardian's data and signature. Step 1, verification, is done.",
  })
  async step(
    @Ctx() context: BindingContext,
    @Root() { application }: BindingApplicationType,
  ): Promise<number> {
    return stepOf(application, (await requestsOfApplication(context, application.id)).length);
  }

  @FieldResolver(() => [BindingRequestType], {
    description: "A request per student, in the order they were added.",
  })
  async requests(
    @Ctx() context: BindingContext,
    @Root() { id }: BindingApplicationType,
  ): Promise<BindingRequestType[]> {
    return (await requestsOfApplication(context, id)).map((request) => presentRequest(context, request));
  }

  @FieldResolver(() => ConsentNoticeType, {
    nullable: true,
    description: "The exact text that was agreed to, whatever the notice says now; null before consent.",
  })
  agreedNotice(
    @Ctx() context: BindingContext,
    @Root() { application }: BindingApplicationType,
  ): Promise<ConsentNoticeType | null> {
    return agreedNotice(context, application);
  }
}
