import { batched } from "@campus-graph/kit/graphql/batching";
import { Ctx, FieldResolver, Int, Resolver, Root } from "type-graphql";
import type { BindingContext } from "../context.js";
import { stepOf } from "../domain/application.js";
import { consentTextByDigest } from "../persistence/consent-texts.js";
import { requestsByApplication } from "../persistence/requests.js";
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
    const requests = await batched(context, requestsByApplication, application.id);
    return stepOf(application, requests?.length ?? 0);
  }

  @FieldResolver(() => [BindingRequestType], {
    description: "A request per student, in the order they were added.",
  })
  async requests(
    @Ctx() context: BindingContext,
    @Root() { id }: BindingApplicationType,
  ): Promise<BindingRequestType[]> {
    const requests = await batched(context, requestsByApplication, id);
    return (requests ?? []).map((request) => presentRequest(context, request));
  }

  @FieldResolver(() => ConsentNoticeType, {
    nullable: true,
    description: "The exact text that was agreed to, whatever the notice says now; null before consent.",
  })
  agreedNotice(
    @Ctx() context: BindingContext,
    @Root() { application: { consent } }: BindingApplicationType,
  ): Promise<ConsentNoticeType | null> | null {
    return consent && batched(context, consentTextByDigest, consent.digest);
  }
}
