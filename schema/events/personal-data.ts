/**
 * Somebody was shown what screens hide: identity keeps it for the person whom it concerns to read. The moment is the
 * event's own.
 */
export interface DisclosureFacts {
  disclosureId: string;
  bySubjectId: string;
  /** As what they looked. */
  role: "TEACHER" | "REGISTRAR" | "CASHIER" | "IT" | "BUREAU";
  schoolCode: string | null;
  /** Such as STUDENT_NATIONAL_ID. */
  what: string;
  /** In their own words, sealed for identity alone (`sealToken`, purpose `disclosure`; roster's ring `staff`, binding's `declaration`). */
  sealedReason: string | null;
  /** Whose it is, where it is an account's. */
  personSubjectId: string | null;
  studentId: string | null;
  requestId: string | null;
}

/** What one subgraph keeps about a person, for the file that the person asked for. */
interface GatheredData {
  requestId: string;
  /** Sealed to the request's public key: once identity has destroyed the other half, no copy of the event is readable. */
  sealedPart: string;
}

/** Spoken by whoever keeps or shows what is personal, answered by identity. */
export interface PersonalDataEvents {
  "roster.Disclosed": DisclosureFacts;
  "binding.Disclosed": DisclosureFacts;
  "roster.DataGathered": GatheredData;
  "binding.DataGathered": GatheredData;
  "payments.DataGathered": GatheredData;
}
