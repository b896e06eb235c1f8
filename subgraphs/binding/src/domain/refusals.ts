import { Refusal } from "@campus-graph/kit/refusals/refusal";

/** The application was submitted or declined: it can no longer be edited. `status` says which. */
export class ApplicationNotOpen extends Refusal {
  readonly code = "APPLICATION_NOT_OPEN";
}

/** The application lacks something before it can be submitted; `missing` is students, consent or signature. */
export class ApplicationIncomplete extends Refusal {
  readonly code = "APPLICATION_INCOMPLETE";

  constructor(details: { missing: "students" | "consent" | "signature" }) {
    super(details);
  }
}

/** The application already holds as many students as one application may. */
export class TooManyStudents extends Refusal {
  readonly code = "TOO_MANY_STUDENTS";
}

/** The student stands in this application already. */
export class StudentAlreadyInApplication extends Refusal {
  readonly code = "STUDENT_ALREADY_IN_APPLICATION";
}

/** An earlier request of this guardian for this student still waits: it is the one to follow, correct or cancel. */
export class StudentAlreadyRequested extends Refusal {
  readonly code = "STUDENT_ALREADY_REQUESTED";
}

/** The guardian is tied to this student already. */
export class AlreadyBound extends Refusal {
  readonly code = "ALREADY_BOUND";
}

/** OTHER was chosen without saying what it is, or at too great length. */
export class RelationshipTextRequired extends Refusal {
  readonly code = "RELATIONSHIP_TEXT_REQUIRED";
}

/** The notice agreed to is not the one in force; `currentVersion` is. */
export class ConsentNotCurrent extends Refusal {
  readonly code = "CONSENT_NOT_CURRENT";
}

/** The time at which the notice was read to its end cannot be: before the application was opened, or yet to come. */
export class ConsentNotRead extends Refusal {
  readonly code = "CONSENT_NOT_READ";
}

/** What a code has signed has changed since: another declaration, other students, another consent. */
export class SignatureOutdated extends Refusal {
  readonly code = "SIGNATURE_OUTDATED";
}

/** Nothing was drawn. */
export class SignatureEmpty extends Refusal {
  readonly code = "SIGNATURE_EMPTY";
}

/** A stroke runs backwards in time, or there is too much of it; `rule` says which. */
export class SignatureNotValid extends Refusal {
  readonly code = "SIGNATURE_NOT_VALID";

  constructor(details: { rule: "strokes" | "points" | "time" }) {
    super(details);
  }
}

/** Nobody is the guardian of themselves: the declared national ID is the student's own. */
export class GuardianIsStudent extends Refusal {
  readonly code = "GUARDIAN_IS_STUDENT";
}

/** The e-mail address signs in an account of another person. */
export class EmailTaken extends Refusal {
  readonly code = "EMAIL_TAKEN";
}

/** The account behind the address is under another national ID; nobody has said yet that it is the same person. */
export class IdChangeUnconfirmed extends Refusal {
  readonly code = "ID_CHANGE_UNCONFIRMED";
}

/** The person has an account under another login: its owner has been asked, and the binding waits for their word. */
export class PersonHasAccount extends Refusal {
  readonly code = "PERSON_HAS_ACCOUNT";
}

/** The owner of the account whose national ID was declared says that the request is not theirs. */
export class PersonLinkDeclined extends Refusal {
  readonly code = "PERSON_LINK_DECLINED";
}

/** The owner of the account whose national ID was declared did not answer in fourteen days. */
export class PersonLinkExpired extends Refusal {
  readonly code = "PERSON_LINK_EXPIRED";
}

/** The request is the teacher's own, as a guardian: nobody decides about themselves. */
export class OwnRequest extends Refusal {
  readonly code = "OWN_REQUEST";
}

/** Somebody decided this request, or its guardian took it back; `status` is where it stands now. */
export class RequestAlreadyDecided extends Refusal {
  readonly code = "REQUEST_ALREADY_DECIDED";
}

/** The request was sent in again since it was shown; `version` is what stands there now, to be looked at first. */
export class RequestChanged extends Refusal {
  readonly code = "REQUEST_CHANGED";

  constructor(details: { version: number }) {
    super(details);
  }
}

/** A registrar decides only where no homeroom teacher can: the class has none, or the request is the teacher's own. */
export class HomeroomDecides extends Refusal {
  readonly code = "HOMEROOM_DECIDES";
}

/** The guardian can no longer change this request; `status` is where it stands. */
export class RequestNotOpen extends Refusal {
  readonly code = "REQUEST_NOT_OPEN";
}

/** Two guardians hold the student's two accounts already. */
export class GuardianSlotsFull extends Refusal {
  readonly code = "GUARDIAN_SLOTS_FULL";
}

/** A binding is ended only with words that tell, whoever looks into it later, why. */
export class RevocationReasonRequired extends Refusal {
  readonly code = "REVOCATION_REASON_REQUIRED";
}

/** Somebody else ended this binding already, at `revokedAt`. */
export class BindingAlreadyRevoked extends Refusal {
  readonly code = "BINDING_ALREADY_REVOKED";

  constructor(details: { revokedAt: string }) {
    super(details);
  }
}

/**
 * The revocation is written down and stands; not everybody has acted on it yet. `missing` says who, by commas: subgraphs
 * by name, `gateway` or `bus`. Asking again waits again.
 */
export class TakingEffect extends Refusal {
  readonly code = "TAKING_EFFECT";

  constructor(details: { missing: string }) {
    super(details);
  }
}

/** A request is returned only with words that tell the guardian what to correct. */
export class ReturnReasonRequired extends Refusal {
  readonly code = "RETURN_REASON_REQUIRED";
}
