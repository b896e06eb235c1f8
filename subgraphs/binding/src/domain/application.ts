import {
  ApplicationIncomplete,
  ApplicationNotOpen,
  ConsentNotCurrent,
  ConsentNotRead,
  SignatureOutdated,
} from "./refusals.js";

import type { SignedBy } from "./signature.js";

export const applicationStatuses = ["DRAFT", "SUBMITTED", "DECLINED"] as const;
export type ApplicationStatus = (typeof applicationStatuses)[number];

/** That the guardian read the notice to its end and agreed: to which text, when, from where. */
export interface Consent {
  readonly version: string;
  /** SHA-256 of the exact text, which is kept beside. */
  readonly digest: string;
  readonly scrolledToEndAt: string;
  readonly agreedAt: string;
  readonly address: string;
}

/**
 * A signature: its strokes, encrypted, and their SHA-256, which the sealed form names. Of one by a code, what confirmed
 * it stands in their place.
 */
export interface GivenSignature {
  readonly signedBy: SignedBy;
  readonly sealedStrokes: string;
  readonly strokesHash: string;
  /** The proof of a signature by a code, which signs one form and no other. */
  readonly proofId: string | null;
  /** Whom the guardian had declared when a code signed; absent where that is not known. */
  readonly declarationId?: string | undefined;
}

/** How many students one application may hold. **Own rule:** more than any family's children, few enough to read. */
export const mostStudents = 12;

/** How far a guardian's clock may differ from ours. */
const clockToleranceMs = 5 * 60_000;

/** What a guardian submits in one go; until then a draft that survives a lost phone. */
export class Application {
  readonly id: string;
  subjectId: string;
  readonly startedAt: Date;
  status: ApplicationStatus = "DRAFT";
  consent: Consent | null = null;
  sealedStrokes: string | null = null;
  strokesHash: string | null = null;
  signedBy: SignedBy | null = null;
  proofId: string | null = null;
  submittedAt: Date | null = null;
  /** When what is signed last changed. */
  changedAt: Date | null = null;
  signedDeclarationId: string | null = null;

  constructor(of: { id: string; subjectId: string; startedAt: Date }) {
    this.id = of.id;
    this.subjectId = of.subjectId;
    this.startedAt = of.startedAt;
  }

  /** Refuses (APPLICATION_NOT_OPEN) any edit after it was submitted or declined. */
  mustBeDraft(): void {
    if (this.status !== "DRAFT") throw new ApplicationNotOpen({ status: this.status });
  }

  /** What a code has signed is another draft now: it takes a fresh one. */
  change(now: Date): void {
    this.mustBeDraft();
    this.changedAt = now;
    if (this.signedBy === "CODE") this.unsign();
  }

  /** Refuses (SIGNATURE_OUTDATED) a code that was given before the draft last changed. */
  mustBeUnchangedSince(confirmedAt: Date): void {
    if (this.changedAt && this.changedAt > confirmedAt) throw new SignatureOutdated();
  }

  agree(consent: Consent): void {
    this.mustBeDraft();
    const readAt = Date.parse(consent.scrolledToEndAt);
    const earliest = this.startedAt.getTime() - clockToleranceMs;
    const latest = Date.parse(consent.agreedAt) + clockToleranceMs;
    if (readAt < earliest || readAt > latest) throw new ConsentNotRead();
    this.consent = consent;
    this.change(new Date(consent.agreedAt));
  }

  /** 不同意並退出: the application ends, and the signature with it. */
  decline(): void {
    this.mustBeDraft();
    this.status = "DECLINED";
    this.consent = null;
    this.unsign();
  }

  private unsign(): void {
    this.sealedStrokes = null;
    this.strokesHash = null;
    this.signedBy = null;
    this.proofId = null;
    this.signedDeclarationId = null;
  }

  sign({ signedBy, sealedStrokes, strokesHash, proofId, declarationId }: GivenSignature): void {
    this.mustBeDraft();
    this.signedBy = signedBy;
    this.sealedStrokes = sealedStrokes;
    this.strokesHash = strokesHash;
    this.proofId = proofId;
    this.signedDeclarationId = declarationId ?? null;
  }

  /** What a draft must have before it can go in: students, agreement to the notice in force, a signature. */
  completed({ students, currentVersion }: { students: number; currentVersion: string }): SubmittedParts {
    this.mustBeDraft();
    if (students === 0) throw new ApplicationIncomplete({ missing: "students" });
    if (!this.consent) throw new ApplicationIncomplete({ missing: "consent" });
    if (this.consent.version !== currentVersion) throw new ConsentNotCurrent({ currentVersion });
    const { consent, signedBy, sealedStrokes, strokesHash, proofId, signedDeclarationId } = this;
    if (!signedBy || !sealedStrokes || !strokesHash)
      throw new ApplicationIncomplete({ missing: "signature" });
    return {
      consent,
      signedBy,
      sealedStrokes,
      strokesHash,
      proofId,
      declarationId: signedDeclarationId ?? undefined,
    };
  }

  /** A completed draft goes in under the subject given. From here on the signature stands in the sealed form alone. */
  submit({ subjectId, at }: { subjectId: string; at: Date }): void {
    this.mustBeDraft();
    this.status = "SUBMITTED";
    this.subjectId = subjectId;
    this.submittedAt = at;
    this.sealedStrokes = null;
  }
}

export interface SubmittedParts extends GivenSignature {
  readonly consent: Consent;
}

/**
 * Which of the four steps comes next: 1 verification, which is done before there is an application; 2 students;
 * 3 consent; 4 the guardian's data and signature.
 */
export function stepOf(application: Pick<Application, "status" | "consent">, students: number): number {
  if (application.status === "SUBMITTED") return 4;
  if (students === 0) return 2;
  return application.consent ? 4 : 3;
}
