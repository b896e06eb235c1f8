import type { RelationshipKind } from "./relationship.js";
import type { BindingRequest } from "./request.js";

/** The tie between a guardian's account and a student that an approved request opens. */
export class Binding {
  readonly id: string;
  readonly requestId: string;
  /** The account that holds the tie. */
  readonly subjectId: string;
  readonly studentId: string;
  readonly relationship: RelationshipKind;
  readonly openedAt: Date;

  constructor(of: { id: string; request: BindingRequest; subjectId: string; openedAt: Date }) {
    this.id = of.id;
    this.requestId = of.request.id;
    this.subjectId = of.subjectId;
    this.studentId = of.request.studentId;
    this.relationship = of.request.relationship;
    this.openedAt = of.openedAt;
  }
}
