import type { CodeDelivery } from "./contact.js";
import type { CodePurpose } from "./limits.js";

export interface NewVerificationChallenge {
  id: string;
  purpose: CodePurpose;
  /** Whose codes these are: one that is used kills the rest. */
  targetIndex: string;
  /** How the code goes there. */
  by: CodeDelivery;
  /** Where the code goes, encrypted; null when nobody is there to send it to, which nobody may notice. */
  target: string | null;
  codeDigest: string;
  sentAt: Date;
  expiresAt: Date;
  /** The network that asked, in a form that tells nobody where it is. */
  askedFrom: string | null;
}

/** A code that was sent. Its tries are counted, and it is used up, by statements of their own: each holds at once. */
export class VerificationChallenge {
  readonly id: string;
  readonly purpose: CodePurpose;
  readonly targetIndex: string;
  readonly by: CodeDelivery;
  readonly target: string | null;
  readonly codeDigest: string;
  readonly tries: number = 0;
  readonly sentAt: Date;
  readonly expiresAt: Date;
  readonly askedFrom: string | null;
  readonly supersededAt: Date | null = null;
  readonly usedAt: Date | null = null;

  constructor(challenge: NewVerificationChallenge) {
    this.id = challenge.id;
    this.purpose = challenge.purpose;
    this.targetIndex = challenge.targetIndex;
    this.by = challenge.by;
    this.target = challenge.target;
    this.codeDigest = challenge.codeDigest;
    this.sentAt = challenge.sentAt;
    this.expiresAt = challenge.expiresAt;
    this.askedFrom = challenge.askedFrom;
  }
}
