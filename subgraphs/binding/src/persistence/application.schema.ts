import { defineEntity, p } from "@mikro-orm/core";
import { Application, type ApplicationStatus, type Consent } from "../domain/application.js";
import type { SignedBy } from "../domain/signature.js";

export const ApplicationSchema = defineEntity({
  class: Application,
  tableName: "application",
  properties: {
    id: p.uuid().primary(),
    subjectId: p.text(),
    startedAt: p.datetime(),
    status: p.text().$type<ApplicationStatus>(),
    consent: p.json<Consent>().nullable(),
    sealedStrokes: p.text().nullable(),
    strokesHash: p.text().nullable(),
    signedBy: p.text().$type<SignedBy>().nullable(),
    proofId: p.uuid().nullable(),
    submittedAt: p.datetime().nullable(),
    changedAt: p.datetime().nullable(),
    signedDeclarationId: p.uuid().nullable(),
  },
  indexes: [
    { name: "application_of_subject", properties: ["subjectId", "id"] },
    {
      name: "application_open_draft",
      expression:
        "create unique index application_open_draft on application (subject_id) where status = 'DRAFT'",
    },
  ],
  checks: [
    { name: "application_status_check", expression: "status in ('DRAFT', 'SUBMITTED', 'DECLINED')" },
    { name: "application_signed_by_check", expression: "signed_by in ('STROKES', 'CODE')" },
  ],
});
