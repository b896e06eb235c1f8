import pg from "pg";
import { describe, expect, it } from "vitest";
import { noting, startTestNode, type TestNode } from "../../subgraphs/kit/src/events/test/test-node.js";
import { testNodes } from "../../subgraphs/kit/src/events/test/test-nodes.js";
import { faultsIn, none } from "./books.js";
import { size } from "./size.js";

const keys = ["a", "b", "c"];
const perKey = size(100, 2_000);
const sent = new Map(keys.map((key) => [key, perKey]));

describe("every event sent twice", () => {
  it("has one effect of each", async () => {
    const { binding, close } = await publishEverythingTwice();
    expect(faultsIn(await binding.notes(), sent)).toEqual(none);
    await close();
  });

  it("canary: without the memory of what was handled, every effect is doubled", async () => {
    const { binding, close } = await publishEverythingTwice(
      "alter table binding.inbox rename to forgotten",
      forgetful,
    );
    expect(faultsIn(await binding.notes(), sent).doubled).toBe(keys.length * perKey);
    await close();
  });
});

/** An inbox that remembers nothing, in the place of the real one. */
const forgetful = `create view binding.inbox as select gen_random_uuid() as event_id, ''::text as source where false`;
const swallow = `create rule forget as on insert to binding.inbox do instead nothing`;

/** roster is made to believe that nothing has left yet, and in a new epoch says it all again. */
async function publishEverythingTwice(...spoil: string[]) {
  await using stack = new AsyncDisposableStack();
  const database = stack.use(await testNodes());
  if (spoil.length > 0) await query(database.urls.binding, ...spoil, swallow);
  const binding = stack.use(await startTestNode(database.urls, "binding", { reactions: noting }));
  const roster = await startTestNode(database.urls, "roster");
  for (let number = 1; number <= perKey; number++)
    for (const key of keys) await roster.publish(key, `${number}`);
  await settle(roster, binding);
  await roster.stop();
  await query(database.urls.roster, "update roster.outbox_head set published = 0, cluster = 'another'");
  const again = stack.use(await startTestNode(database.urls, "roster"));
  await settle(again, binding);
  const { rows } = await query(database.urls.bus, "select count(*)::int as events from bus.event");
  expect(rows[0].events).toBe(2 * keys.length * perKey);
  const all = stack.move();
  return { binding, close: () => all.disposeAsync() };
}

async function settle(...all: TestNode[]): Promise<void> {
  for (const testNode of all) await testNode.events.settle();
}

async function query(url: string, ...statements: string[]): Promise<pg.QueryResult> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    let result: pg.QueryResult | undefined;
    for (const statement of statements) result = await client.query(statement);
    return result!;
  } finally {
    await client.end();
  }
}
