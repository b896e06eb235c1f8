import { presentRefusal, RefusalType } from "@campus-graph/kit/graphql/refusal.type";
import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { BindingContext } from "../context.js";
import type { DataCheck } from "../domain/data-check.js";
import { provisionFailure } from "../domain/provision-failure.js";
import { refusals } from "../refusals.js";
import { dataCheckOf } from "../use-cases/data-check-of.js";
import { DataCheckEnum } from "./enums.js";
import { BindingRequestType } from "./request.type.js";

/** What a reviewer is told of a request, and its guardian is not. */
@Resolver(() => BindingRequestType)
export class RequestFields {
  @FieldResolver(() => DataCheckEnum, {
    description:
      "個資確認 of this request's guardian. For reviewers; to the guardian it is UNCHECKED, so that nobody can try whose parent an ID is.",
  })
  async dataCheck(
    @Ctx() context: BindingContext,
    @Root() { request }: BindingRequestType,
  ): Promise<DataCheck> {
    return (await dataCheckOf(context, request)) ?? "UNCHECKED";
  }

  @FieldResolver(() => RefusalType, {
    nullable: true,
    description:
      "Why approval has not led to a binding: PERSON_HAS_ACCOUNT (its owner is asked), PERSON_LINK_DECLINED, PERSON_LINK_EXPIRED, EMAIL_TAKEN, GUARDIAN_SLOTS_FULL, ALREADY_BOUND, OWN_REQUEST. For reviewers; null to others, and where there is nothing to tell.",
  })
  async provisionRefusal(
    @Ctx() context: BindingContext,
    @Root() { request }: BindingRequestType,
  ): Promise<RefusalType | null> {
    const failure = request.provisionCode === null ? null : provisionFailure(request.provisionCode);
    if (!failure || (await dataCheckOf(context, request)) === null) return null;
    return presentRefusal(context, failure, refusals);
  }
}
