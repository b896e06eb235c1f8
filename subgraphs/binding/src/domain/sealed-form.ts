import { createHash } from "node:crypto";
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

/** The one spelling of a JSON value: keys sorted, no spaces (as RFC 8785 for the values that stand in a form). */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  const entries = Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, each]) => `${JSON.stringify(key)}:${canonicalJson(each)}`);
  return `{${entries.join(",")}}`;
}

export function sha256(text: string): string {
  return createHash("sha256").update(text).digest("base64url");
}
