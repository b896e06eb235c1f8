import type { MigrationObject } from "@mikro-orm/core";
import { attemptTable } from "./auth/attempts.js";
import { nonceTable } from "./auth/nonces.js";
import { visibilityTable } from "./auth/visibility.js";
import { eventTables } from "./events/tables.js";
import { feedTables } from "./feed/tables.js";
import { jobTables } from "./jobs/tables.js";
import { keyCheckTable } from "./ops/key-checks.js";
import { resealingTable } from "./resealing/reseal-fields.js";
import { auditTable } from "./sql/audit.js";
import { idempotencyTable } from "./sql/idempotency.js";
import { migration } from "./sql/migrations.js";
import { seedTable } from "./sql/seeding.js";

/** The tables that the kit keeps in every subgraph's schema. They are made before the subgraph's own. */
export const kitMigrations: MigrationObject[] = [
  migration("Kit0001Tables", [
    attemptTable,
    auditTable,
    idempotencyTable,
    nonceTable,
    seedTable,
    visibilityTable,
    ...eventTables,
    ...feedTables,
  ]),
  migration("Kit0002AttemptsBySince", ["create index attempt_by_since on attempt (since)"]),
  migration("Kit0003Jobs", jobTables),
  migration("Kit0004KeyChecks", [keyCheckTable]),
  migration("Kit0005Resealing", [resealingTable]),
];
