import { recordEvent } from "@campus-graph/kit/events/outbox";
import { recordAudit } from "@campus-graph/kit/sql/audit";
import { transaction } from "@campus-graph/kit/sql/transaction";
import { lockOwnRequest } from "../access/own-applications.js";
import type { BindingContext } from "../context.js";
import { Application } from "../domain/application.js";
import { EmailTaken, StudentAlreadyRequested } from "../domain/refusals.js";
import { parseRelationship, type Relationship, type RelationshipKind } from "../domain/relationship.js";
import { BindingRequest, type DeclaredGuardian } from "../domain/request.js";
import { openStatuses } from "../domain/request-status.js";
import type { SealedForm } from "../domain/sealed-form.js";
import { giveSignature, mustHaveSigned, type SignatureInput } from "./give-signature.js";
import { type Declaration, openDeclaration } from "./open-declaration.js";
import { factsOf } from "./request-facts.js";
import { sealForm } from "./seal-form.js";

export interface ResubmitRequest extends SignatureInput {
  requestId: string;
  relationship?: RelationshipKind | null | undefined;
  otherRelationship?: string | null | undefined;
  /** A new declaration of the guardian's data, where that was to be corrected. */
  declaration?: string | null | undefined;
}

/** Sends a returned request back to the teacher, corrected and signed anew. What is left out stays as it was. */
export function resubmitRequest(context: BindingContext, input: ResubmitRequest): Promise<BindingRequest> {
  return transaction(context, async (context) => {
    const request = await lockOwnRequest(context, input.requestId);
    request.mustBeCorrectable();
    await refuseBesideAnother(context, request);
    const declared = input.declaration ? await redeclare(context, input.declaration, request) : null;
    request.resubmit(corrected(request, input), declared, context.clock.now());
    const form = await sealCorrection(context, request, declared, input);
    recordEvent(context.em, {
      type: "binding.RequestSubmitted",
      key: request.id,
      payload: factsOf(request),
      occurredAt: context.clock.now(),
    });
    await recordAudit(context, {
      act: "request.resubmit",
      object: `request:${request.id}`,
      detail: { documentHash: form.documentHash, version: form.version },
    });
    return request;
  });
}

/** After a failure the guardian may have applied for the student anew: then that request is the one to follow. */
async function refuseBesideAnother({ em }: BindingContext, request: BindingRequest): Promise<void> {
  const { id, subjectId, studentId } = request;
  const another = await em.findOne(BindingRequest, {
    id: { $ne: id },
    subjectId,
    studentId,
    status: { $in: [...openStatuses] },
  });
  if (another) throw new StudentAlreadyRequested({ requestId: another.id });
}

/** A correction does not change whose application it is: an address that signs in another person's account is refused. */
async function redeclare(
  context: BindingContext,
  token: string,
  request: BindingRequest,
): Promise<Declaration> {
  const declared = await openDeclaration(context, token, {
    applicationId: request.applicationId,
    studentIds: [request.studentId],
  });
  if (declared.loginCheck === "TAKEN") throw new EmailTaken();
  return declared;
}

function corrected(request: BindingRequest, input: ResubmitRequest): Relationship {
  const kind = input.relationship ?? request.relationship;
  return parseRelationship(kind, input.otherRelationship ?? request.otherRelationship);
}

async function sealCorrection(
  context: BindingContext,
  request: BindingRequest,
  declared: Declaration | null,
  signature: SignatureInput,
): Promise<SealedForm> {
  const application = await context.em.findOneOrFail(Application, { id: request.applicationId });
  const id = context.newId();
  const given = await giveSignature(context, signature, application, { table: "sealed_form", row: id });
  if (declared) mustHaveSigned(given, declared);
  const form = sealForm(context, {
    id,
    applicationId: request.applicationId,
    requestId: request.id,
    version: request.version,
    subjectId: request.subjectId,
    guardian: declared ?? guardianOf(request),
    verifiedEmail: declared?.verifiedEmail ?? context.viewer.verifiedEmail,
    consent: application.consent!,
    requests: [request],
    ...given,
  });
  context.em.persist(form);
  return form;
}

function guardianOf({ personKey, loginCheck }: BindingRequest): DeclaredGuardian {
  return { personKey: personKey!, loginCheck: loginCheck! };
}
