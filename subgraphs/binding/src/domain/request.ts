import { ReturnReasonRequired } from "./refusals.js";
import type { Relationship, RelationshipKind } from "./relationship.js";
import { type RequestAct, type RequestStatus, refusalOf, statusAfter } from "./request-status.js";
import type { Slot } from "./student-slots.js";

/** Whether the declared e-mail address signs in nobody, the guardian's own account, or another person's. */
export type LoginCheck = "FREE" | "OWN" | "TAKEN" | "ID_CHANGED";

/** Who applies, as identity sealed it: a key instead of the national ID. */
export interface DeclaredGuardian {
  readonly personKey: string;
  readonly loginCheck: LoginCheck;
  /** Which declaration it was; identity shows and provisions that one. Absent for the demo city's own. */
  readonly declarationId?: string | undefined;
}

/** Where the student is. Follows the roster's events while the request is open. */
export interface StudentPlace {
  readonly studentId: string;
  readonly schoolCode: string;
  readonly classId: string;
}

/** One student within an application: the thing that a teacher decides. */
export class BindingRequest {
  readonly id: string;
  readonly applicationId: string;
  /** The guardian who applies. */
  subjectId: string;
  readonly studentId: string;
  schoolCode: string;
  classId: string;
  relationship: RelationshipKind;
  otherRelationship: string | null;
  /** Only `move` writes it, and asks the table first. */
  status: RequestStatus = "DRAFT";
  personKey: string | null = null;
  loginCheck: LoginCheck | null = null;
  declarationId: string | null = null;
  /** Which signed version it is: 0 in a draft, 1 as submitted, one more each time it is sent in again. */
  version = 0;
  appliedAt: Date | null = null;
  decidedAt: Date | null = null;
  decidedBy: string | null = null;
  returnReason: string | null = null;
  slot: Slot | null = null;
  /** The account that the request's binding belongs to: the applicant's own subject, or the account they already had. */
  accountId: string | null = null;
  /** Why an approval has not led to a binding. For reviewers. */
  provisionCode: string | null = null;
  /** Set once the approved person turned out to have an account: until when its owner may accept, or might have. */
  linkExpiresAt: Date | null = null;

  constructor(of: {
    id: string;
    applicationId: string;
    subjectId: string;
    student: StudentPlace;
    relationship: Relationship;
  }) {
    this.id = of.id;
    this.applicationId = of.applicationId;
    this.subjectId = of.subjectId;
    this.studentId = of.student.studentId;
    this.schoolCode = of.student.schoolCode;
    this.classId = of.student.classId;
    this.relationship = of.relationship.kind;
    this.otherRelationship = of.relationship.text;
  }

  submit(guardian: DeclaredGuardian, subjectId: string, at: Date): void {
    this.move("submit");
    this.subjectId = subjectId;
    this.declareBy(guardian);
    this.version = 1;
    this.appliedAt = at;
  }

  /** A corrected request stands in the queue anew; the reason for its return is answered. */
  resubmit(relationship: Relationship, guardian: DeclaredGuardian | null, at: Date): void {
    this.move("resubmit");
    this.relationship = relationship.kind;
    this.otherRelationship = relationship.text;
    if (guardian) this.declareBy(guardian);
    this.version++;
    this.appliedAt = at;
    this.returnReason = null;
    this.provisionCode = null;
    this.decidedAt = null;
    this.decidedBy = null;
  }

  /** Refuses (REQUEST_NOT_OPEN) a correction of what is not to be corrected, before anything else is looked at. */
  mustBeCorrectable(): void {
    this.statusAfter("resubmit");
  }

  approve(slot: Slot, by: string, at: Date): void {
    this.move("approve");
    this.slot = slot;
    this.decidedAt = at;
    this.decidedBy = by;
  }

  return(reason: string, by: string, at: Date): void {
    const words = reason.trim();
    if (words === "" || [...words].length > longestReasonInCharacters)
      throw new ReturnReasonRequired({ longestReasonInCharacters });
    this.move("return");
    this.returnReason = words;
    this.decidedAt = at;
    this.decidedBy = by;
  }

  cancel(): void {
    this.move("cancel");
  }

  /** The approved person has an account under another login: no slot is taken until its owner accepts. */
  awaitOwner(expiresAt: Date): void {
    this.slot = null;
    this.linkExpiresAt = expiresAt;
    this.provisionCode = "PERSON_HAS_ACCOUNT";
  }

  get awaitsOwner(): boolean {
    return this.status === "APPROVED" && this.slot === null;
  }

  /**
   * Where the request stands for who sent it in. Whether the person whom they declared has an account is not theirs to
   * know: while its owner is asked it looks bound, and where nothing came of that, as if the binding had been ended.
   */
  get statusForApplicant(): RequestStatus {
    if (this.linkExpiresAt === null) return this.status;
    if (this.status === "APPROVED") return "BOUND";
    return this.status === "PROVISION_FAILED" ? "REVOKED" : this.status;
  }

  bind(accountId: string, slot: Slot): void {
    this.move("bind");
    this.accountId = accountId;
    this.slot = slot;
    this.provisionCode = null;
  }

  /** The guardian could not be given an account or a binding, and why: the slot is free again. */
  failProvision(code: string, accountId: string | null = null): void {
    this.move("failProvision");
    this.slot = null;
    this.provisionCode = code;
    this.accountId = accountId;
  }

  /** The binding that it opened is ended: the slot is free again. */
  revoke(): void {
    this.move("revoke");
    this.slot = null;
  }

  private declareBy({ personKey, loginCheck, declarationId }: DeclaredGuardian): void {
    this.personKey = personKey;
    this.loginCheck = loginCheck;
    this.declarationId = declarationId ?? null;
  }

  private move(act: RequestAct): void {
    this.status = this.statusAfter(act);
  }

  private statusAfter(act: RequestAct): RequestStatus {
    const status = act === "resubmit" || act === "cancel" ? this.statusForApplicant : this.status;
    const next = statusAfter(status, act);
    if (!next) throw refusalOf(act, status);
    return next;
  }
}

const longestReasonInCharacters = 500;
