import { MikroORM } from "@mikro-orm/postgresql";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Graph, startGraph } from "../harness/graph.js";
import { type SubgraphName, subgraphNames } from "../harness/subgraphs.js";

let graph: Graph;
beforeAll(async () => {
  graph = await startGraph({ gateways: 0 });
});
afterAll(() => graph?.[Symbol.asyncDispose]());

it.each(subgraphNames)("maps the tables of %s as its migrations have made them", async (name) => {
  expect(await changesFor(name)).toEqual([]);
});

/**
 * What the ORM would change about the mapped tables to make them what the entities say. Foreign keys stand in the
 * migrations alone, as an entity knows another by its id; so do triggers, and the tables that are not mapped.
 */
async function changesFor(name: SubgraphName): Promise<string[]> {
  const { database } = graph.subgraphs[name].running;
  await using orm = await MikroORM.init({
    clientUrl: graph.databaseUrls[name],
    schema: name,
    entities: database.config.get("entities"),
    discovery: { warnWhenNoEntities: false },
    driverOptions: { options: `-c search_path=${name}` },
    schemaGenerator: {
      ignoreSchema: [...subgraphNames.filter((other) => other !== name), "bus"],
      ignoreTriggers: true,
      ignoreRoutines: true,
    },
  });
  const sql = await orm.schema.getUpdateSchemaSQL({ wrap: false, dropTables: false });
  const isOfForeignKey = /^alter table "\w+"\."\w+" drop constraint "\w+_fkey";$/;
  return sql.split("\n").filter((line) => line !== "" && !isOfForeignKey.test(line));
}
