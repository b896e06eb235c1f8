import { DateTime } from "@campus-graph/kit/graphql/scalars";
import { Field, Float, ID, InputType, Int } from "type-graphql";
import type { RelationshipKind } from "../domain/relationship.js";
import { RelationshipEnum } from "./enums.js";

@InputType({ description: "A student to add to a draft." })
export class AddStudentInput {
  @Field(() => ID, { description: "The draft." })
  applicationId!: string;

  @Field(() => String, { description: "What findStudent gave for this student; good for 24 hours." })
  match!: string;

  @Field(() => RelationshipEnum, { description: "What the guardian is to the student." })
  relationship!: RelationshipKind;

  @Field(() => String, {
    nullable: true,
    description: "In words, where the relationship is OTHER: at most 20 characters.",
  })
  otherRelationship?: string | null;
}

@InputType({ description: "A student to take out of a draft." })
export class RemoveStudentInput {
  @Field(() => ID, { description: "The draft." })
  applicationId!: string;

  @Field(() => ID, { description: "The student's request in it." })
  requestId!: string;
}

@InputType({ description: "That the guardian read the notice and agrees." })
export class RecordConsentInput {
  @Field(() => ID, { description: "The draft." })
  applicationId!: string;

  @Field(() => ID, { description: "The version of the notice that was shown." })
  version!: string;

  @Field(() => DateTime, { description: "When the end of the notice came into view." })
  scrolledToEndAt!: Date;
}

@InputType({ description: "A point of a stroke." })
export class StrokePoint {
  @Field(() => Float, {
    description:
      "From the left edge of the drawing surface, 0 to 10,000; what lies beyond is kept at the edge.",
  })
  x!: number;

  @Field(() => Float, {
    description:
      "From the top edge of the drawing surface, 0 to 10,000; what lies beyond is kept at the edge.",
  })
  y!: number;

  @Field(() => Float, {
    description:
      "Milliseconds since drawing began; never less than at the point before. Fractions are rounded.",
  })
  t!: number;
}

@InputType({ description: "A signature for a draft: `strokes` or `proof`, one of them." })
export class SignApplicationInput {
  @Field(() => ID, { description: "The draft." })
  applicationId!: string;

  @Field(() => [[StrokePoint]], {
    nullable: true,
    description: "The strokes as drawn: at most 200, of at most 5,000 points together.",
  })
  strokes?: StrokePoint[][] | null;

  @Field(() => String, { nullable: true, description: "What confirmSignature gave for this application." })
  proof?: string | null;
}

@InputType({ description: "A complete draft to send in." })
export class SubmitApplicationInput {
  @Field(() => ID, { description: "The draft." })
  applicationId!: string;

  @Field(() => String, { description: "What setGuardian gave for this application; good for 24 hours." })
  declaration!: string;

  @Field(() => ID, {
    description: "Of the client's making: sending the same again submits once and gets the same answer.",
  })
  idempotencyKey!: string;
}

@InputType({
  description: "A returned request, corrected and signed anew. What is left out stays as it was.",
})
export class ResubmitRequestInput {
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

@InputType({ description: "A request as it was shown to whoever decides." })
export class ReviewedRequest {
  @Field(() => ID, { description: "The request." })
  id!: string;

  @Field(() => Int, { description: "Its version as shown: another than the present one is REQUEST_CHANGED." })
  version!: number;

  @Field(() => Boolean, {
    nullable: true,
    description:
      "Where the guardian's loginCheck is ID_CHANGED: true says that it is the same person, whose national ID was corrected or renewed. The account is under the new number from then on. Without it: ID_CHANGE_UNCONFIRMED.",
  })
  confirmIdChange?: boolean | null;
}

@InputType({ description: "Requests to approve: `requests` or `requestIds`, one of them." })
export class ApproveRequestsInput {
  @Field(() => [ReviewedRequest], {
    nullable: true,
    description: "As they were shown; at most 100. Each is decided on its own.",
  })
  requests?: ReviewedRequest[] | null;

  @Field(() => [ID], {
    nullable: true,
    description: "By id alone, which is good for requests that were sent in once; at most 100.",
  })
  requestIds?: string[] | null;
}

@InputType({ description: "A tie to end." })
export class RevokeBindingInput {
  @Field(() => ID, { description: "The binding, of a student of the registrar's own school." })
  bindingId!: string;

  @Field(() => String, {
    description:
      "Why it should not have been, in at most 500 characters. Kept, and not shown to the guardian.",
  })
  reason!: string;
}

@InputType({ description: "A request to hand back." })
export class ReturnRequestInput {
  @Field(() => ID, { description: "The pending request." })
  requestId!: string;

  @Field(() => String, {
    description: "What the guardian is to correct, in at most 500 characters. They read it.",
  })
  reason!: string;
}
