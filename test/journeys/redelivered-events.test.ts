import {
  BillNoticesDocument,
  BindingNoticesDocument,
  MeDocument,
} from "@campus-graph/clients/generated/operations";
import pg from "pg";
import { expect, it } from "vitest";
import { as } from "../harness/as.js";
import { expectBooksToBalance } from "../harness/books.js";
import { type Graph, startGraph } from "../harness/graph.js";
import { subgraphNames } from "../harness/subgraphs.js";

it("does nothing a second time when every event that was ever said is delivered again", async () => {
  await using graph = await startGraph({ demoCity: true });
  await using guardian = await as(graph, "guardian@campus.example");
  const look = async () => ({
    me: await guardian.query(MeDocument),
    bills: await guardian.query(BillNoticesDocument, { last: 100 }),
    bindings: await guardian.query(BindingNoticesDocument, { last: 100 }),
    mails: await (await fetch(`${graph.publicUrl}/mail.json`)).json(),
  });
  const before = await look();
  expect(before.bills.billNotices.edges.length).toBeGreaterThan(0);
  expect(before.bindings.bindingNotices.edges.length).toBeGreaterThan(0);

  expect(await rewind(graph)).toBeGreaterThan(0);
  await graph.settle();
  expect(withoutCursors(await look())).toEqual(withoutCursors(before));
  await expectBooksToBalance(graph);
});

/** Restarts every subgraph with no memory of how far it had read the bus: delivery at least once, at its worst. */
async function rewind(graph: Graph): Promise<number> {
  let sources = 0;
  for (const name of subgraphNames) {
    await graph.subgraphs[name].stop();
    const client = new pg.Client({
      connectionString: graph.databaseUrls[name],
      options: `-c search_path=${name}`,
    });
    await client.connect();
    const { rowCount } = await client.query("update inbox_offset set position = 0 where position > 0");
    sources += rowCount ?? 0;
    await client.end();
    await graph.subgraphs[name].start();
  }
  return sources;
}

/** Cursors are sealed anew each time that they are read. */
function withoutCursors(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value, (name, field) => (/cursor$/i.test(name) ? undefined : field)));
}
