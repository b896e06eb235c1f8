import { defineEntity, p } from "@mikro-orm/core";
import type { RelationshipKind } from "../domain/relationship.js";
import { BindingRequest, type LoginCheck } from "../domain/request.js";
import type { RequestStatus } from "../domain/request-status.js";
import type { Slot } from "../domain/student-slots.js";

export const RequestSchema = defineEntity({
  class: BindingRequest,
  tableName: "request",
  properties: {
    id: p.uuid().primary(),
    applicationId: p.uuid(),
    subjectId: p.text(),
    studentId: p.text(),
    schoolCode: p.text(),
    classId: p.text(),
    relationship: p.text().$type<RelationshipKind>(),
    otherRelationship: p.text().nullable(),
    status: p.text().$type<RequestStatus>(),
    personKey: p.text().nullable(),
    loginCheck: p.text().$type<LoginCheck>().nullable(),
    declarationId: p.uuid().nullable(),
    version: p.integer(),
    appliedAt: p.datetime().nullable(),
    decidedAt: p.datetime().nullable(),
    decidedBy: p.text().nullable(),
    returnReason: p.text().nullable(),
    slot: p.smallint().$type<Slot>().nullable(),
    accountId: p.text().nullable(),
    provisionCode: p.text().nullable(),
    linkExpiresAt: p.datetime().nullable(),
  },
});
