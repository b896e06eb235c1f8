import type { MigrationObject } from "@mikro-orm/core";
import { Migration } from "@mikro-orm/migrations";

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
