import { randomBytes } from "node:crypto";
import { afterEach, beforeEach, expect, it } from "vitest";
import { createDatabase, type TestDatabase } from "../../../../../test/harness/postgres.js";
import { parseKeys } from "../../auth/keys.js";
import { createExampleSubgraph } from "../../test/example-subgraph/example-subgraph.js";
import { ConfigurationError } from "../environment.js";

type Rings = Record<string, { current: string; keys: Record<string, string> }>;

const newKey = () => randomBytes(32).toString("base64");
const keySet = (id = "k1"): Rings =>
  Object.fromEntries(
    ["viewer", "field", "index", "cursor"].map((name) => [name, { current: id, keys: { [id]: newKey() } }]),
  );
/** The same set, with one ring's next key beside the earlier one, and current. */
const rotated = (rings: Rings, name: string): Rings => ({
  ...rings,
  [name]: { current: "k2", keys: { ...rings[name]!.keys, k2: newKey() } },
});

let database: TestDatabase;
beforeEach(async () => {
  database = await createDatabase();
});
afterEach(() => database[Symbol.asyncDispose]());

const start = (rings: Rings) => createExampleSubgraph(database.urls, {}, 0, parseKeys(rings));
async function startOnce(rings: Rings, sql = "select 1"): Promise<void> {
  const running = await start(rings);
  await running.database.em.execute(sql);
  await running.stop();
}
/** The sentences that a start with these keys is refused with, in English and in Chinese. */
async function refusalOf(rings: Rings): Promise<string[]> {
  const error = await start(rings).then(
    async (running) => void (await running.stop()),
    (error: unknown) => error,
  );
  expect(error).toBeInstanceOf(ConfigurationError);
  return (error as ConfigurationError).problems.flatMap(({ what, zh }) => [what, zh.what]);
}

it.each([
  ["under other names", keySet("k2")],
  ["under the same names", keySet()],
])("refuses to start over data with a whole set of other keys, %s", async (_, others) => {
  const own = keySet();
  await startOnce(own);
  expect(await refusalOf(others)).toEqual([
    expect.stringMatching(/written with another key k1 of the ring (field|index)/),
    expect.stringMatching(/另一把金鑰（(field|index) 的 k1）/),
  ]);
  await startOnce(own);
});

it("starts with a further key for what is sealed, and then no more without the earlier one", async () => {
  const own = keySet();
  const next = rotated(own, "field");
  await startOnce(own);
  await startOnce(next);
  await startOnce(next);
  const withoutFirst = { ...next, field: { current: "k2", keys: { k2: next.field!.keys.k2! } } };
  expect((await refusalOf(withoutFirst))[0]).toContain("another key k1 of the ring field");
});

it("refuses another current key for what is looked up, since nothing would be found by it", async () => {
  const own = keySet();
  await startOnce(own);
  expect(await refusalOf(rotated(own, "index"))).toEqual([
    expect.stringContaining("The ring index must keep k1 as its current key"),
    expect.stringContaining("index 的現用金鑰必須是 k1"),
  ]);
});

it("lets what belongs to no data be replaced whole", async () => {
  const own = keySet();
  await startOnce(own);
  await startOnce({ ...own, viewer: keySet().viewer!, cursor: keySet().cursor! });
});

it("takes the keys of a first start over data from before it was checked, and holds to them", async () => {
  const own = keySet();
  await startOnce(own, "delete from key_check");
  await startOnce(own);
  expect(await refusalOf(keySet("k2"))).toHaveLength(2);
});

it("lets one of two copies begin that were given different keys on an empty database", async () => {
  await startOnce(keySet(), "delete from key_check");
  const outcomes = await Promise.allSettled([start(keySet("a")), start(keySet("b"))]);
  expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  for (const outcome of outcomes) if (outcome.status === "fulfilled") await outcome.value.stop();
});
