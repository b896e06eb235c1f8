import { DateTime } from "@campus-graph/kit/graphql/scalars";
import { Field, ID, InputType } from "type-graphql";
import type { RelationshipKind } from "../domain/relationship.js";
import { RelationshipEnum } from "./enums.js";
import { StrokePoint } from "./stroke.input.js";

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
