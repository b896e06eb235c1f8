import type { SealedColumn } from "@campus-graph/kit/resealing/sealed-columns";

const byId = [["id", "uuid"]] as const;

/** Everything that identity seals: what is missing here would be lost with an earlier key. */
export const sealedColumns: readonly SealedColumn[] = [
  { table: "account", column: "national_id", key: byId },
  { table: "account", column: "contacts", key: byId },
  { table: "account", column: "disabled_reason", key: byId },
  { table: "declared_person", column: "national_id", key: byId },
  { table: "declared_person", column: "contacts", key: byId },
  { table: "verification_challenge", column: "target", key: byId },
  { table: "contact_change", column: "before", key: byId },
  { table: "sign_in_attempt", column: "device", key: byId },
  { table: "second_factor", column: "name", key: byId },
  { table: "second_factor", column: "sealed", key: byId },
  { table: "data_request", column: "reader", key: byId },
  { table: "data_request", column: "file", key: byId },
  { table: "disclosure", column: "reason", key: byId },
  { table: "session_device", column: "device", key: [["sid", "text"]] },
  { table: "push_subscription", column: "target", key: [["sid", "text"]] },
  { table: "cookie_session", column: "verified_email", key: [["digest", "text"]] },
  {
    table: "sso_item",
    column: "payload",
    key: [
      ["model", "text"],
      ["id", "text"],
    ],
    row: "id",
  },
  // An office's reason stands for whom it was given about: the account, the partner.
  {
    table: "audit",
    column: "detail",
    member: "reason",
    key: byId,
    row: "split_part(object, ':', 2)",
    place: { column: "reason" },
  },
  {
    table: "job",
    column: "payload",
    member: "letter",
    key: byId,
    place: { table: "mail_job", column: "letter" },
  },
  { table: "job", column: "payload", member: "message", key: byId, place: { column: "sms" } },
];
