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
    signedBy: p.text().$type<SignedBy>(),
    proofId: p.uuid().nullable(),
    sealedAt: p.datetime(),
  },
});
