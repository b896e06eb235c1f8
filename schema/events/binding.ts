/** What every event of a request carries. */
export interface RequestFacts {
  requestId: string;
  applicationId: string;
  /** The guardian who applies. */
  subjectId: string;
  studentId: string;
  classId: string;
  schoolCode: string;
  relationship: string;
  /** ISO 8601. */
  appliedAt: string;
  /** Which signed version of the request it is. */
  version?: number;
  /** The person whose declaration was submitted: identity shows and provisions that one, whoever is declared later. */
  guardianPersonKey?: string;
  /** Which declaration of that person was submitted: contacts that are declared later, nobody has signed or reviewed. */
  guardianDeclarationId?: string;
}

/** Spoken by binding. */
export interface BindingEvents {
  /** Spoken again when the guardian resubmits. */
  "binding.RequestSubmitted": RequestFacts;
  "binding.RequestReturned": RequestFacts;
  "binding.RequestCancelled": RequestFacts;
  "binding.RequestApproved": RequestFacts & {
    /** The reviewer says that the account's person has this national ID in place of the one on record. */
    idChangeConfirmed?: boolean;
  };
  /** Identity refused the account; the slot is free again. */
  "binding.RequestProvisionFailed": RequestFacts & {
    code: string;
    /** The owner of an account was asked whether the request is theirs; who sent it in was not told so. */
    awaitedOwner?: boolean;
    /** The account whose owner had accepted, if so. */
    accountId?: string | null;
  };
  /** The binding exists: this subject may see this student. */
  "binding.BindingOpened": {
    bindingId: string;
    requestId: string;
    applicationId: string;
    subjectId: string;
    studentId: string;
    relationship: string;
    openedAt: string;
  };
  "binding.BindingRevoked": { bindingId: string; requestId: string; subjectId: string; studentId: string };
}
