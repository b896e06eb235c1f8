import { connectionOf } from "@campus-graph/kit/graphql/connection.type";
import { DateTime } from "@campus-graph/kit/graphql/scalars";
import { Directive, Field, ID, Int, ObjectType } from "type-graphql";
import type { BindingContext } from "../context.js";
import type { RelationshipKind } from "../domain/relationship.js";
import type { BindingRequest } from "../domain/request.js";
import type { RequestStatus } from "../domain/request-status.js";
import { RelationshipEnum, RequestStatusEnum } from "./enums.js";
import { StudentType } from "./student.stub.js";

@Directive('@key(fields: "id")')
@ObjectType("BindingRequest", {
  description:
    "One student within an application: the thing that a teacher decides. For its guardian and the reviewers.",
})
export class BindingRequestType {
  @Field(() => ID, { description: "The request's id." })
  id!: string;

  @Field(() => RequestStatusEnum, { description: "Where it stands." })
  status!: RequestStatus;

  @Field(() => RelationshipEnum, { description: "What the guardian is to the student." })
  relationship!: RelationshipKind;

  @Field(() => String, {
    nullable: true,
    description: "The guardian's own words where the relationship is OTHER.",
  })
  otherRelationship!: string | null;

  @Field(() => DateTime, { nullable: true, description: "When it was last submitted; null in a draft." })
  appliedAt!: Date | null;

  @Field(() => String, {
    nullable: true,
    description: "Why the teacher returned it, until it is submitted again.",
  })
  returnReason!: string | null;

  @Field(() => StudentType, {
    nullable: true,
    description: "The student it is about; null once the binding was ended.",
  })
  student!: StudentType | null;

  @Field(() => Int, {
    description:
      "Which signed version this is: 1 as submitted, one more each time it is sent in again, 0 in a draft. To be given to approveRequests, so that nobody approves what they have not seen.",
  })
  version!: number;

  /** Not a field: what further fields are worked out from. */
  request!: BindingRequest;
}

export const BindingRequestConnection = connectionOf("BindingRequest", BindingRequestType);

/** As the viewer may know it: who sent it in is not told everything that its reviewers are. */
export function presentRequest({ viewer }: BindingContext, request: BindingRequest): BindingRequestType {
  const { id, relationship, otherRelationship, appliedAt, returnReason, studentId, version } = request;
  const status = viewer.subject === request.subjectId ? request.statusForApplicant : request.status;
  const student = status === "REVOKED" ? null : { id: studentId };
  return { id, status, relationship, otherRelationship, appliedAt, returnReason, student, version, request };
}
