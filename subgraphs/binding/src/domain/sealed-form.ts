import { createHash } from "node:crypto";
import canonicalize from "canonicalize";
import type { SignedBy } from "./signature.js";

/** What the guardian signed, as it stood at that moment. Everything in it is text, a number, or built of them. */
export interface FormDocument {
  readonly form: "binding-application" | "binding-correction";
  readonly applicationId: string;
  readonly version: number;
  readonly guardian: { subjectId: string; personKey: string; loginCheck: string };
  /** How it was known who signed. */
  readonly identityEvidence: {
    verifiedEmail: string | null;
    assurance: string;
    session: string | null;
    address: string;
  };
  readonly consent: object;
  readonly requests: readonly object[];
  readonly signedBy: SignedBy;
  readonly strokesHash: string;
  readonly sealedAt: string;
}

/** One signed version of an application: the first covers all its requests, each later one a corrected request. */
export class SealedForm {
  readonly id: string;
  readonly applicationId: string;
  readonly requestId: string | null;
  readonly version: number;
  readonly documentHash: string;
  readonly sealedDocument: string;
  readonly sealedStrokes: string;
  readonly signedBy: SignedBy;
  readonly proofId: string | null;
  readonly sealedAt: Date;

  constructor(of: Omit<SealedForm, never>) {
    this.id = of.id;
    this.applicationId = of.applicationId;
    this.requestId = of.requestId;
    this.version = of.version;
    this.documentHash = of.documentHash;
    this.sealedDocument = of.sealedDocument;
    this.sealedStrokes = of.sealedStrokes;
    this.signedBy = of.signedBy;
    this.proofId = of.proofId;
    this.sealedAt = of.sealedAt;
  }
}

/**
 * The one spelling of a JSON value (RFC 8785), which was hand-written once: what was sealed then is spelt the same. It
 * throws on half characters, which the border has refused (BAD_INPUT) wherever somebody could have written them.
 */
export function canonicalJson(value: object): string {
  const spelt = canonicalize(value);
  if (spelt === undefined) throw new Error("What has no JSON has no spelling.");
  return spelt;
}

export function sha256(text: string): string {
  return createHash("sha256").update(text).digest("base64url");
}
