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
    version: p.integer().default(0),
    appliedAt: p.datetime().nullable(),
    decidedAt: p.datetime().nullable(),
    decidedBy: p.text().nullable(),
    returnReason: p.text().nullable(),
    slot: p.smallint().$type<Slot>().nullable(),
    accountId: p.text().nullable(),
    provisionCode: p.text().nullable(),
    linkExpiresAt: p.datetime().nullable(),
  },
  uniques: [{ name: "request_application_id_student_id_key", properties: ["applicationId", "studentId"] }],
  indexes: [
    { name: "request_of_student", properties: ["studentId"] },
    { name: "request_of_subject", properties: ["subjectId"] },
    { name: "request_of_person", properties: ["personKey"] },
    {
      name: "request_slot",
      expression: "create unique index request_slot on request (student_id, slot) where slot is not null",
    },
    {
      name: "request_open",
      expression: `create unique index request_open on request (subject_id, student_id)
        where status in ('PENDING', 'RETURNED', 'APPROVED', 'BOUND')`,
    },
  ],
  checks: [
    {
      name: "request_status_check",
      expression: `status in
        ('DRAFT', 'PENDING', 'RETURNED', 'APPROVED', 'BOUND', 'PROVISION_FAILED', 'CANCELLED', 'REVOKED')`,
    },
    {
      name: "request_login_check_check",
      expression: "login_check in ('FREE', 'OWN', 'TAKEN', 'ID_CHANGED')",
    },
    { name: "request_slot_check", expression: "slot in (1, 2)" },
    { name: "request_check", expression: "(relationship = 'OTHER') = (other_relationship is not null)" },
    { name: "request_check1", expression: "slot is null or status in ('APPROVED', 'BOUND')" },
    { name: "request_check2", expression: "(status = 'DRAFT') = (person_key is null)" },
    { name: "request_check3", expression: "(status = 'DRAFT') = (version = 0)" },
    { name: "request_check4", expression: "slot is not null or status <> 'BOUND'" },
    {
      name: "request_check5",
      expression: "slot is not null or status <> 'APPROVED' or link_expires_at is not null",
    },
  ],
});
