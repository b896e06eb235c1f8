import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { createServer } from "node:net";
import pg from "pg";
import { expect, it } from "vitest";
import { createDatabase, type TestDatabase } from "../../../../test/harness/postgres.js";
import { eventually } from "../events/test/test-node.js";
import { createExampleSubgraph } from "./example-subgraph/example-subgraph.js";

/** A port that somebody else has: a subgraph opens everything else before it finds out. */
async function takenPort() {
  const other = createServer().listen(0, "127.0.0.1");
  await once(other, "listening");
  return {
    port: (other.address() as AddressInfo).port,
    [Symbol.asyncDispose]: async () => {
      other.close();
      await once(other, "close");
    },
  };
}

/** How many connections subgraphs hold to the database. */
async function connections({ adminUrl, name }: TestDatabase): Promise<number> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    const { rows } = await client.query(
      "select count(*)::int as open from pg_stat_activity where datname = $1 and pid <> pg_backend_pid() and backend_type = 'client backend'",
      [name],
    );
    return rows[0].open;
  } finally {
    await client.end();
  }
}

it("a subgraph that cannot start leaves nothing open behind it", async () => {
  await using database = await createDatabase();
  await using taken = await takenPort();
  await expect(createExampleSubgraph(database.urls, {}, taken.port)).rejects.toThrow("EADDRINUSE");
  await eventually(async () => (await connections(database)) === 0, "every connection is closed", 5_000);
});

it("a subgraph that was stopped twice has closed everything once", async () => {
  await using database = await createDatabase();
  const subgraph = await createExampleSubgraph(database.urls);
  await Promise.all([subgraph.stop(), subgraph.stop()]);
  await eventually(async () => (await connections(database)) === 0, "every connection is closed", 5_000);
});
