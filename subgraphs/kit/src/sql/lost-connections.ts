import type { Pool, PoolClient } from "pg";

/**
 * Gives a connection that broke while it was in use back to its pool, to be replaced.
 *
 * kysely's controlled transactions do not: when `begin` or `rollback` fails because the server has ended the
 * connection (a restart, or `transaction_timeout`), its slot stays taken for good, and ten of those stop a subgraph.
 * Reported as https://github.com/kysely-org/kysely/issues/1990; once that is mended, the test holds without this.
 */
export function releaseLostConnections(pool: Pool): void {
  const connect = pool.connect.bind(pool);
  pool.connect = ((callback?: Parameters<typeof connect>[0]) =>
    callback ? connect(callback) : connect().then(releasedWhenLost)) as Pool["connect"];
}

function releasedWhenLost(client: PoolClient): PoolClient {
  const release = client.release.bind(client);
  let isOut = true;
  const giveBack = (error?: Error | boolean) => {
    if (!isOut) return;
    isOut = false;
    client.off("end", lost);
    release(error);
  };
  const lost = () => giveBack(true);
  client.once("end", lost);
  client.release = giveBack;
  return client;
}
