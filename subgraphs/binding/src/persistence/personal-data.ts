import type { BindingContext } from "../context.js";
import { openForm } from "./sealed-forms.js";

interface FormRow {
  id: string;
  subject_id: string;
  version: number;
  document_hash: string;
  sealed_document: string;
  sealed_strokes: string;
  signed_by: string;
  sealed_at: Date;
}

/**
 * What binding keeps about the holder of an account: what they applied for, agreed to and signed, to whom they are
 * bound, and what they were told. Who decided, and who else is bound to a child, is not theirs.
 */
export async function personalDataOf(
  context: BindingContext,
  subjectId: string,
): Promise<Readonly<Record<string, unknown>>> {
  const { em } = context;
  const applications = await em.execute<object[]>(
    `select id as "applicationId", started_at as "startedAt", status, consent, submitted_at as "submittedAt"
     from application where subject_id = ? order by id`,
    [subjectId],
  );
  const requests = await em.execute<object[]>(
    `select id as "requestId", application_id as "applicationId", relationship,
       other_relationship as "otherRelationship", status, applied_at as "appliedAt", decided_at as "decidedAt",
       return_reason as "returnReason"
     from request where subject_id = ? or account_id = ? order by id`,
    [subjectId, subjectId],
  );
  const forms = await em.execute<FormRow[]>(
    `select form.id, application.subject_id, form.version, form.document_hash, form.sealed_document, form.sealed_strokes, form.signed_by,
       form.sealed_at
     from sealed_form as form join application on application.id = form.application_id
     where application.subject_id = ? order by form.sealed_at, form.id`,
    [subjectId],
  );
  const bindings = await em.execute<object[]>(
    `select id as "bindingId", request_id as "requestId", relationship, opened_at as "openedAt",
       revoked_at as "endedAt"
     from binding where subject_id = ? order by id`,
    [subjectId],
  );
  const notices = await em.execute<object[]>(
    `select kind, occurred_at as at from feed_notice where feed = 'bindingNotices' and subject = ? order by position`,
    [subjectId],
  );
  return {
    applications,
    requests,
    signedForms: await Promise.all(forms.map((form) => describe(context, form))),
    bindings,
    notices,
  };
}

async function describe(context: BindingContext, form: FormRow): Promise<object> {
  const opened = await openForm(context, form);
  return {
    version: form.version,
    signedBy: form.signed_by,
    sealedAt: form.sealed_at,
    documentHash: form.document_hash,
    document: opened && (JSON.parse(opened.document) as object),
    signature: opened?.signature ?? null,
  };
}
