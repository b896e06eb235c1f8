import { migration } from "@campus-graph/kit/sql/migrations";

/** A binding can be ended; the same two may be tied again later. */
export const revocations = migration("Binding0005Revocations", [
  `alter table request drop constraint request_status_check`,
  `alter table request add constraint request_status_check check (status in
    ('DRAFT', 'PENDING', 'RETURNED', 'APPROVED', 'BOUND', 'PROVISION_FAILED', 'CANCELLED', 'REVOKED'))`,
  `alter table binding
    add column revoked_at timestamptz,
    add column revoked_by text,
    add column revocation_reason text,
    add column revocation_event_id uuid,
    add check ((revoked_at is null) = (revoked_by is null)
      and (revoked_at is null) = (revocation_reason is null)
      and (revoked_at is null) = (revocation_event_id is null))`,
  `alter table binding drop constraint binding_subject_id_student_id_key`,
  `create unique index binding_standing on binding (subject_id, student_id) where revoked_at is null`,
]);
