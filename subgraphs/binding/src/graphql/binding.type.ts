import { DateTime } from "@campus-graph/kit/graphql/scalars";
import { Field, ID, ObjectType } from "type-graphql";
import type { Binding } from "../domain/binding.js";
import type { RelationshipKind } from "../domain/relationship.js";
import { RelationshipEnum } from "./enums.js";
import { StudentType } from "./student.stub.js";

@ObjectType("Binding", { description: "What ties a guardian's account to a student." })
export class BindingType {
  @Field(() => ID, { description: "The binding's id." })
  id!: string;

  @Field(() => RelationshipEnum, { description: "What the guardian is to the student." })
  relationship!: RelationshipKind;

  @Field(() => StudentType, { nullable: true, description: "The student." })
  student!: StudentType | null;

  @Field(() => DateTime, { description: "Since when the binding exists." })
  since!: Date;

  /** Not a field: the request is looked up when asked for. */
  requestId!: string;
}

export function presentBinding({ id, relationship, studentId, openedAt, requestId }: Binding): BindingType {
  return { id, relationship, student: { id: studentId }, since: openedAt, requestId };
}
