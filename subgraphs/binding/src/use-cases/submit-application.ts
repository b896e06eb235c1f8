import { subjectOf } from "@campus-graph/kit/context";
import { recordEvent } from "@campus-graph/kit/events/outbox";
import { recordAudit } from "@campus-graph/kit/sql/audit";
import { once } from "@campus-graph/kit/sql/idempotency";
import { lockOwnApplication } from "../access/own-applications.js";
import type { BindingContext } from "../context.js";
import { Application } from "../domain/application.js";
import { requestsOf } from "../persistence/applications.js";
import { moveSignature, mustBeUnused, mustHaveSigned } from "./give-signature.js";
import { openDeclaration } from "./open-declaration.js";
import { factsOf } from "./request-facts.js";
import { sealForm } from "./seal-form.js";

export interface SubmitApplication {
  applicationId: string;
  /** What `setGuardian` sealed for this application. */
  declaration: string;
  idempotencyKey: string;
}

/** Submits a complete draft, once per key: all its requests become PENDING, and what was signed is sealed. */
export async function submitApplication(
  context: BindingContext,
  input: SubmitApplication,
): Promise<Application> {
  const { id } = await once(
    context,
    { scope: `submitApplication:${subjectOf(context)}`, key: input.idempotencyKey, request: input },
    (context) => submit(context, input),
  );
  return context.em.findOneOrFail(Application, { id }, { refresh: true });
}

async function submit(
  context: BindingContext,
  { applicationId, declaration }: SubmitApplication,
): Promise<{ id: string }> {
  const application = await lockOwnApplication(context, applicationId);
  const requests = await requestsOf(context, application.id);
  // Completeness first, so that nothing about a declared ID can be asked with an empty draft.
  const { consent, sealedStrokes, ...signature } = application.completed({
    students: requests.length,
    currentVersion: context.services.notice.version,
  });
  const studentIds = requests.map(({ studentId }) => studentId);
  const guardian = await openDeclaration(context, declaration, { applicationId: application.id, studentIds });
  mustHaveSigned(signature, guardian);
  await mustBeUnused(context, signature.proofId);
  const at = context.clock.now();
  // Where the login is another person's, the application must not land in that person's account.
  const subjectId = guardian.subject;
  application.submit({ subjectId, at });
  for (const request of requests) request.submit(guardian, subjectId, at);
  const id = context.newId();
  const form = sealForm(context, {
    id,
    applicationId: application.id,
    requestId: null,
    version: 1,
    subjectId,
    guardian,
    verifiedEmail: guardian.verifiedEmail,
    consent,
    requests,
    sealedStrokes: moveSignature(
      context,
      sealedStrokes,
      { table: "application", row: application.id },
      { table: "sealed_form", row: id },
    ),
    ...signature,
  });
  context.em.persist(form);
  for (const request of requests)
    recordEvent(context.em, {
      type: "binding.RequestSubmitted",
      key: request.id,
      payload: factsOf(request),
      occurredAt: at,
    });
  await recordAudit(context, {
    act: "application.submit",
    object: `application:${application.id}`,
    detail: { documentHash: form.documentHash, requests: requests.length },
  });
  return { id: application.id };
}
