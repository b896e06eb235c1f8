/** A payment partner as identity keeps it, whole: whoever hears it needs nothing from before. */
export interface PartnerFacts {
  /** Its client id, which is also the subject of its tokens. */
  subjectId: string;
  name: string;
  /** The ways to pay for which the partner may speak. */
  channels: readonly string[];
  /** What it may do, e.g. `payments:notify`. */
  scopes: readonly string[];
  /** The public keys (RFC 7517) that are good now: one, or two while one is exchanged for the other. */
  keys: readonly Readonly<Record<string, string>>[];
  suspended: boolean;
  /** It may do less than before: what tokens it has of guardians who have linked it end. */
  narrowed?: true;
}

/** Spoken by identity. */
export interface IdentityEvents {
  /** A guardian declared who they are, for one application. */
  "identity.GuardianDeclared": {
    subjectId: string;
    applicationId: string;
    personKey: string;
    loginCheck: "FREE" | "OWN" | "TAKEN" | "ID_CHANGED";
  };
  /**
   * The e-mail address that this waiting request names as its login has come to sign in another person. `version` is the
   * one whose declaration names it, since a corrected request may name another; absent it is the first.
   */
  "identity.LoginTaken": { requestId: string; version?: number };
  /**
   * A person holds a staff role at a school; the school is absent for the bureau and support of the whole city. `from` is the
   * first day and `until` the last, both absent where it was told before roles had days: it holds from now on.
   */
  "identity.StaffAppointed": {
    subjectId: string;
    role: "TEACHER" | "REGISTRAR" | "CASHIER" | "IT" | "BUREAU" | "SUPPORT";
    schoolCode: string | null;
    /** HMAC of the login under the shared ring: roster finds by it the homeroom teacher that a class sheet names. */
    loginKey: string;
    from?: string;
    until?: string | null;
    /** Of a teacher: the class whose homeroom is theirs. */
    classId?: string;
  };
  /** The person's role there is over. Tokens that name it count no more, and whoever is signed in gets new ones at once. */
  "identity.StaffRoleEnded": {
    subjectId: string;
    role: "TEACHER" | "REGISTRAR" | "CASHIER" | "IT" | "BUREAU" | "SUPPORT";
    schoolCode: string | null;
  };
  /** The approved guardian can sign in. `existing`: the person already had an account, which gained the guardian role. */
  "identity.AccountProvisioned": {
    requestId: string;
    subjectId: string;
    existing: boolean;
    /** Who the account's person is, as a teacher has approved. */
    personKey?: string;
    /** Of the national ID that the person had until now, where another has taken its place: both are of one person. */
    formerPersonKey?: string;
  };
  /** The approved person has an account under another login: its owner has until then to accept (PERSON_HAS_ACCOUNT). */
  "identity.PersonLinkOffered": { requestId: string; expiresAt: string };
  /** The approved guardian cannot be given an account; `code` says why, e.g. EMAIL_TAKEN. */
  "identity.ProvisionRefused": { requestId: string; subjectId: string; code: string };
  /** One session, or with `sid` null every session, of this subject is over. */
  "identity.SessionEnded": { subjectId: string; sid: string | null };
  /** No token of this subject counts that was given until now, but for those of the session `except`. */
  "identity.TokensRevoked": { subjectId: string; except: string | null };
  /** Nobody signs in to the account, and whoever was signed in is no longer, until its office enables it. */
  "identity.AccountDisabled": { subjectId: string };
  /** The person wishes to have what is kept about them: each subgraph answers with its part, sealed to the key (RFC 7517). */
  "identity.DataRequested": {
    requestId: string;
    subjectId: string;
    publicKey: Readonly<Record<string, string>>;
  };
  /** The person wishes to be here no longer: nobody signs in, and what they were bound to is theirs no more. */
  "identity.DeletionRequested": { subjectId: string };
  /** The time to think better of it is over: what is personal of them is destroyed, whatever row stays. */
  "identity.PersonErased": { subjectId: string };
  /** A payment partner may sign in from now on. */
  "identity.PartnerRegistered": PartnerFacts;
  /** A key of the partner came or ended, it may do more or less, or it was suspended or let in again. */
  "identity.PartnerChanged": PartnerFacts;
}
