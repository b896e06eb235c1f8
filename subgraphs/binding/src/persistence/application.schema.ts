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
  },
});
