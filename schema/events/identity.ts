/** Spoken by identity. */
export interface IdentityEvents {
  /** A guardian declared who they are, for one application. */
  "identity.GuardianDeclared": {
    subjectId: string;
    applicationId: string;
    personKey: string;
    loginCheck: "FREE" | "OWN" | "TAKEN";
  };
  /** A person holds a staff role at a school from now on; the school is absent only for the bureau. */
  "identity.StaffAppointed": {
    subjectId: string;
    role: "TEACHER" | "REGISTRAR" | "CASHIER" | "IT" | "BUREAU" | "SUPPORT";
    schoolCode: string | null;
    /** HMAC of the login under the shared ring: roster finds by it the homeroom teacher that a class sheet names. */
    loginKey: string;
  };
  /** The approved guardian can sign in. `existing`: the person already had an account, which gained the guardian role. */
  "identity.AccountProvisioned": { requestId: string; subjectId: string; existing: boolean };
  /** The approved guardian cannot be given an account; `code` says why, e.g. EMAIL_TAKEN. */
  "identity.ProvisionRefused": { requestId: string; subjectId: string; code: string };
  /** One session, or with `sid` null every session, of this subject is over. */
  "identity.SessionEnded": { subjectId: string; sid: string | null };
  "identity.AccountDisabled": { subjectId: string };
}
