import type { ViewerRole } from "@campus-graph/kit/auth/viewer";
import { defineEntity, p } from "@mikro-orm/core";
import { Account } from "../domain/account.js";
import type { StaffRole } from "../domain/staff-role.js";

export const accountSchema = defineEntity({
  class: Account,
  tableName: "account",
  properties: {
    id: p.uuid().primary(),
    personKey: p.text().nullable(),
    nationalId: p.text().nullable(),
    contacts: p.text(),
    roles: p.json<readonly (ViewerRole | StaffRole)[]>(),
    passwordHash: p.text().nullable(),
    passwordState: p.enum(["NONE", "INITIAL", "SPENT", "OWN"] as const),
    initialPasswordDiesAt: p.datetime().nullable(),
    initialPasswordFailures: p.integer().default(0),
    createdAt: p.datetime(),
    disabledAt: p.datetime().nullable(),
    disabledBy: p.enum(["SCHOOL", "BUREAU", "OWNER"] as const).nullable(),
    disabledReason: p.text().nullable(),
  },
  uniques: [{ name: "account_person_key_key", properties: ["personKey"] }],
  indexes: [
    {
      name: "account_staff",
      expression: `create index account_staff on account (id) where jsonb_path_exists(roles, '$[*].id')`,
    },
    {
      name: "account_roles",
      expression: "create index account_roles on account using gin (roles jsonb_path_ops)",
    },
  ],
  checks: [
    { name: "account_check", expression: "(password_hash is null) = (password_state = 'NONE')" },
    { name: "account_disabled_check", expression: "(disabled_at is null) = (disabled_by is null)" },
  ],
});
