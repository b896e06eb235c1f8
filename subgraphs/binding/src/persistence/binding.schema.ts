import { defineEntity, p } from "@mikro-orm/core";
import { Binding } from "../domain/binding.js";
import type { RelationshipKind } from "../domain/relationship.js";

export const BindingSchema = defineEntity({
  class: Binding,
  tableName: "binding",
  properties: {
    id: p.uuid().primary(),
    requestId: p.uuid(),
    subjectId: p.text(),
    studentId: p.text(),
    relationship: p.text().$type<RelationshipKind>(),
    openedAt: p.datetime(),
    revokedAt: p.datetime().nullable(),
    revokedBy: p.text().nullable(),
    revocationReason: p.text().nullable(),
    revocationEventId: p.uuid().nullable(),
  },
  uniques: [{ name: "binding_request_id_key", properties: ["requestId"] }],
  indexes: [
    { name: "binding_of_student", properties: ["studentId"] },
    {
      name: "binding_standing",
      expression:
        "create unique index binding_standing on binding (subject_id, student_id) where revoked_at is null",
    },
  ],
  checks: [
    {
      name: "binding_check",
      expression: `(revoked_at is null) = (revoked_by is null)
        and (revoked_at is null) = (revocation_reason is null)
        and (revoked_at is null) = (revocation_event_id is null)`,
    },
  ],
});
