import { encryptField } from "@campus-graph/kit/auth/crypto";
import type { BindingContext } from "../context.js";
import type { Consent, GivenSignature } from "../domain/application.js";
import type { BindingRequest, DeclaredGuardian } from "../domain/request.js";
import { canonicalJson, type FormDocument, SealedForm, sha256 } from "../domain/sealed-form.js";

export interface SignedParts extends GivenSignature {
  /** The form's id, to which the signature is already bound. */
  id: string;
  applicationId: string;
  /** Null: the application as a whole. */
  requestId: string | null;
  version: number;
  subjectId: string;
  guardian: DeclaredGuardian;
  verifiedEmail: string | null;
  consent: Consent;
  requests: readonly BindingRequest[];
}

/**
 * Seals what was signed: the one spelling of the document, its hash, the signature and how it was given, how it was known who signed, the
 * server's time and the address. Encrypted, because it names a guardian's e-mail beside the children.
 */
export function sealForm(context: BindingContext, signed: SignedParts): SealedForm {
  const { viewer } = context;
  const sealedAt = context.clock.now();
  const document: FormDocument = {
    form: signed.requestId === null ? "binding-application" : "binding-correction",
    applicationId: signed.applicationId,
    version: signed.version,
    guardian: {
      subjectId: signed.subjectId,
      personKey: signed.guardian.personKey,
      loginCheck: signed.guardian.loginCheck,
    },
    identityEvidence: {
      verifiedEmail: signed.verifiedEmail,
      assurance: viewer.assurance,
      session: viewer.session,
      address: viewer.address,
    },
    consent: signed.consent,
    requests: signed.requests.map((request) => ({
      requestId: request.id,
      studentId: request.studentId,
      schoolCode: request.schoolCode,
      classId: request.classId,
      relationship: request.relationship,
      otherRelationship: request.otherRelationship,
    })),
    signedBy: signed.signedBy,
    strokesHash: signed.strokesHash,
    sealedAt: sealedAt.toISOString(),
  };
  const text = canonicalJson(document);
  const place = { table: "sealed_form", column: "sealed_document", row: signed.id };
  return new SealedForm({
    id: signed.id,
    applicationId: signed.applicationId,
    requestId: signed.requestId,
    version: signed.version,
    documentHash: sha256(text),
    sealedDocument: encryptField(context.keys.ring("field"), text, place),
    sealedStrokes: signed.sealedStrokes,
    signedBy: signed.signedBy,
    proofId: signed.proofId,
    sealedAt,
  });
}
