import { Arg, Ctx, Field, ID, InputType, Mutation, Resolver } from "type-graphql";
import type { BindingContext } from "../context.js";
import type { RelationshipKind } from "../domain/relationship.js";
import { cancelRequest } from "../use-cases/cancel-request.js";
import { resubmitRequest } from "../use-cases/resubmit-request.js";
import { RelationshipEnum } from "./enums.js";
import { BindingRequestType, presentRequest } from "./request.type.js";
import { StrokePoint } from "./stroke.input.js";

@InputType({
  description: "A returned request, corrected and signed anew. What is left out stays as it was.",
})
class ResubmitRequestInput {
  @Field(() => ID, { description: "The returned request." })
  requestId!: string;

  @Field(() => RelationshipEnum, { nullable: true, description: "The corrected relationship." })
  relationship?: RelationshipKind | null;

  @Field(() => String, { nullable: true, description: "In words, where the relationship is OTHER." })
  otherRelationship?: string | null;

  @Field(() => String, {
    nullable: true,
    description: "A new declaration by setGuardian, where the guardian's data was wrong.",
  })
  declaration?: string | null;

  @Field(() => [[StrokePoint]], {
    nullable: true,
    description: "The signature under the corrected version: this, or `proof`.",
  })
  strokes?: StrokePoint[][] | null;

  @Field(() => String, {
    nullable: true,
    description: "In place of strokes, what confirmSignature gave for the request's application.",
  })
  proof?: string | null;
}

/** What a guardian does with a submitted request. */
@Resolver()
export class RequestMutations {
  @Mutation(() => BindingRequestType, {
    description:
      "Takes a request back while it waits or was returned. Refusals: REQUEST_NOT_OPEN, NOT_FOUND.",
  })
  async cancelRequest(
    @Ctx() context: BindingContext,
    @Arg("requestId", () => ID, { description: "The guardian's own request." }) requestId: string,
  ): Promise<BindingRequestType> {
    return presentRequest(context, await cancelRequest(context, requestId));
  }

  @Mutation(() => BindingRequestType, {
    description:
      "Sends a returned request in again, or one that could be given no account. Refusals: REQUEST_NOT_OPEN, NOT_FOUND, STUDENT_ALREADY_REQUESTED, INVALID_TOKEN, EMAIL_TAKEN, GUARDIAN_IS_STUDENT, SIGNATURE_EMPTY, SIGNATURE_NOT_VALID, SIGNATURE_OUTDATED, BAD_INPUT, RELATIONSHIP_TEXT_REQUIRED.",
  })
  async resubmitRequest(
    @Ctx() context: BindingContext,
    @Arg("input", () => ResubmitRequestInput, { description: "The corrections and the new signature." })
    input: ResubmitRequestInput,
  ): Promise<BindingRequestType> {
    return presentRequest(context, await resubmitRequest(context, input));
  }
}
