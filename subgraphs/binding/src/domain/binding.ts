import { BindingAlreadyRevoked, RevocationReasonRequired } from "./refusals.js";
import type { RelationshipKind } from "./relationship.js";
import type { BindingRequest } from "./request.js";

/** What ties a guardian's account to a student: an approved request opens it. It ends by revocation. */
export class Binding {
  readonly id: string;
  readonly requestId: string;
  /** The account that holds the binding. */
  readonly subjectId: string;
  readonly studentId: string;
  readonly relationship: RelationshipKind;
  readonly openedAt: Date;
  revokedAt: Date | null = null;
  revokedBy: string | null = null;
  /** Why, in the registrar's words. Nobody but who looks into it reads them. */
  revocationReason: string | null = null;
  /** The event that tells of it: by it one knows whether everybody has heard. */
  revocationEventId: string | null = null;

  constructor(of: { id: string; request: BindingRequest; subjectId: string; openedAt: Date }) {
    this.id = of.id;
    this.requestId = of.request.id;
    this.subjectId = of.subjectId;
    this.studentId = of.request.studentId;
    this.relationship = of.request.relationship;
    this.openedAt = of.openedAt;
  }

  /** Ends the binding. False when the same person has ended it already; refuses (BINDING_ALREADY_REVOKED) where another has. */
  revoke(reason: string, by: string, at: Date): boolean {
    const words = reason.trim();
    if (words === "" || [...words].length > longestReasonInCharacters)
      throw new RevocationReasonRequired({ longestReasonInCharacters });
    if (this.revokedAt !== null) {
      if (this.revokedBy === by) return false;
      throw new BindingAlreadyRevoked({ revokedAt: this.revokedAt.toISOString() });
    }
    this.revokedAt = at;
    this.revokedBy = by;
    this.revocationReason = words;
    return true;
  }
}

const longestReasonInCharacters = 500;
