import type { MigrationObject } from "@mikro-orm/core";
import { Migration } from "@mikro-orm/migrations";
import { attemptTable } from "../auth/attempts.js";
import { nonceTable } from "../auth/nonces.js";
import { visibilityTable } from "../auth/visibility.js";
import { eventTables } from "../events/tables.js";
import { feedTables } from "../feed/tables.js";
import { auditTable } from "./audit.js";
import { idempotencyTable } from "./idempotency.js";
import { seedTable } from "./seeding.js";

/** A migration from its statements. Names sort in the order they are to run; a landed one is never changed. */
export function migration(name: string, statements: readonly string[]): MigrationObject {
  return {
    name,
    class: class extends Migration {
      override up(): void {
        for (const statement of statements) this.addSql(statement);
      }
    },
  };
}

/** The tables that the kit keeps in every subgraph's schema. */
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
];
