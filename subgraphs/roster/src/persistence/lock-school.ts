import type { Context } from "@campus-graph/kit/context";

/**
 * One at a time enters a school's books; held to the end of the transaction. Waiting for one's turn does not count
 * against the services' transaction timeout, and a transaction that waits here has written nothing yet, so that it
 * holds back nobody's events; from its turn on an import has ten seconds.
 */
export async function lockSchool({ em }: Context, schoolCode: string): Promise<void> {
  await em.execute("set local transaction_timeout = 0");
  await em.execute("select pg_advisory_xact_lock(hashtextextended(?, 0))", [`roster of ${schoolCode}`]);
  await em.execute("set local transaction_timeout = '10s'");
}
