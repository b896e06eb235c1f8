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
});
