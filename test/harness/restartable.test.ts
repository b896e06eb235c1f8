import { expect, it } from "vitest";
import { withClient } from "../../gateway/launch/src/postgres/prepare-database.js";
import { startRestartablePostgres } from "./postgres-server.js";

it("keeps every committed row over a kill -9", async () => {
  await using server = await startRestartablePostgres();
  await withClient(server.adminUrl, (client) => client.query("create table kept as select 1 as row"));
  await server.killAndRestart();
  const { rows } = await withClient(server.adminUrl, (client) => client.query("select * from kept"));
  expect(rows).toEqual([{ row: 1 }]);
});
