import { recordEvent } from "@campus-graph/kit/events/outbox";
import { kitMigrations } from "@campus-graph/kit/kit-migrations";
import { createLog } from "@campus-graph/kit/ops/log";
import { type Database, openDatabase } from "@campus-graph/kit/sql/database";
import { newId } from "@campus-graph/kit/sql/id";
import type { EntityManager } from "@mikro-orm/postgresql";
import type { TestDatabase } from "../../harness/postgres.js";

/**
 * Speaks in binding's name, straight into its outbox, and is no copy of binding: those may be killed meanwhile. Of each
 * event binding's own reaction makes a notice for its subject.
 */
export class Publisher {
  private constructor(readonly database: Database) {}

  static async open({ binding }: TestDatabase["urls"]): Promise<Publisher> {
    const log = createLog("speaker", "silent");
    return new Publisher(
      await openDatabase({ url: binding, schema: "binding", entities: [], migrations: kitMigrations, log }),
    );
  }

  /** One event for every subject, in one transaction. */
  async publishTo(subjects: readonly string[]): Promise<void> {
    await this.database.em.fork().transactional(async (em) => {
      for (const subject of subjects) appendNotice(em, subject, newId());
    });
  }

  /** The notices of each subject's list, in its order: their ids, and the requests that they are about. */
  async appended(subjects: readonly string[]): Promise<Map<string, Appended[]>> {
    const rows = await this.database.em.fork().execute<(Appended & { subject: string })[]>(
      `select subject, id::text, reference->>'requestId' as "requestId" from feed_notice
         where feed = 'bindingNotices' order by subject, position`,
    );
    const bySubject = Map.groupBy(rows, ({ subject }) => subject);
    return new Map(subjects.map((subject) => [subject, bySubject.get(subject) ?? []]));
  }

  async count(subjects: readonly string[]): Promise<number> {
    return [...(await this.appended(subjects)).values()].reduce((sum, { length }) => sum + length, 0);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.database.close();
  }
}

interface Appended {
  id: string;
  requestId: string;
}

/** Records that a request of the subject's was returned. */
export function appendNotice(em: EntityManager, subjectId: string, requestId: string): void {
  recordEvent(em, {
    type: "binding.RequestReturned",
    key: subjectId,
    payload: {
      requestId,
      applicationId: newId(),
      subjectId,
      studentId: newId(),
      classId: newId(),
      schoolCode: "403601",
      relationship: "MOTHER",
      appliedAt: new Date().toISOString(),
    },
  });
}
