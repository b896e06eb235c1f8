import { defineEntity, p } from "@mikro-orm/core";
import { SealedForm } from "../domain/sealed-form.js";
import type { SignedBy } from "../domain/signature.js";

export const SealedFormSchema = defineEntity({
  class: SealedForm,
  tableName: "sealed_form",
  properties: {
    id: p.uuid().primary(),
    applicationId: p.uuid(),
    requestId: p.uuid().nullable(),
    version: p.integer(),
    documentHash: p.text(),
    sealedDocument: p.text(),
    sealedStrokes: p.text(),
    signedBy: p.text().$type<SignedBy>().default("STROKES"),
    proofId: p.uuid().nullable(),
    sealedAt: p.datetime(),
  },
  uniques: [
    { name: "sealed_form_proof_id_key", properties: ["proofId"] },
    {
      name: "sealed_form_application_id_request_id_version_key",
      expression:
        "alter table sealed_form add unique nulls not distinct (application_id, request_id, version)",
    },
  ],
  indexes: [
    {
      name: "sealed_form_to_seal_for_person",
      expression:
        "create index sealed_form_to_seal_for_person on sealed_form (id) where sealed_document not like 'own.%'",
    },
  ],
  checks: [{ name: "sealed_form_signed_by_check", expression: "signed_by in ('STROKES', 'CODE')" }],
});
