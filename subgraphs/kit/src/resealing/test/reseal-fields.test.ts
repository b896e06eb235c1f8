import { randomBytes } from "node:crypto";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { decryptField, encryptField } from "../../auth/crypto.js";
import { type Keys, parseKeys } from "../../auth/keys.js";
import type { Context } from "../../context.js";
import { startTestNode, type TestNode } from "../../events/test/test-node.js";
import { testNodes } from "../../events/test/test-nodes.js";
import { newId } from "../../sql/id.js";
import { forgetFieldKeys, oldFieldKeys } from "../old-field-keys.js";
import { resealFields } from "../reseal-fields.js";
import type { SealedColumn } from "../sealed-columns.js";

const columns: readonly SealedColumn[] = [
  { table: "pupil", column: "name", key: [["id", "uuid"]] },
  {
    table: "guardian",
    column: "facts",
    member: "note",
    key: [
      ["pupil", "uuid"],
      ["position", "text"],
    ],
    row: "pupil || '/' || position",
    place: { table: "parent", column: "note" },
  },
];

const newKey = () => randomBytes(32).toString("base64");
const [one, two, lost] = [newKey(), newKey(), newKey()];
const keysOf = (current: string, keys: Record<string, string>): Keys =>
  parseKeys({ field: { current, keys } });
const before = keysOf("one", { one });
const after = keysOf("two", { one, two });

const pupils = 450;
const nameOf = (id: string) => ({ table: "pupil", column: "name", row: id });

describe("values sealed by an earlier key", () => {
  let stack: AsyncDisposableStack;
  let node: TestNode;
  let now: Date;
  const task = resealFields<unknown>(columns);
  const context = (keys: Keys = after): Context => ({ ...node.context(), keys, clock: { now: () => now } });
  const ids: string[] = [];
  const rows = <Row>(sql: string, values: unknown[] = []) => context().em.execute<Row[]>(sql, values);

  async function seal(keys: Keys, id = newId()): Promise<string> {
    await rows("insert into pupil (id, name) values (?, ?)", [
      id,
      encryptField(keys.ring("field"), `name of ${id}`, nameOf(id)),
    ]);
    return id;
  }

  /** As a subgraph goes round. */
  async function goOn(keys = after): Promise<number> {
    let rounds = 0;
    while (await task.run(context(keys))) rounds++;
    return rounds;
  }

  const settle = () => {
    now = new Date(now.getTime() + 20_000);
  };
  const read = async (keys: Keys, id: string) => {
    const [row] = await rows<{ name: string }>("select name from pupil where id = ?", [id]);
    return decryptField(keys.ring("field"), row!.name, nameOf(id));
  };

  beforeEach(async () => {
    stack = new AsyncDisposableStack();
    const database = stack.use(await testNodes());
    node = stack.use(await startTestNode(database.urls, "roster"));
    now = new Date("2026-12-01T00:00:00Z");
    ids.length = 0;
    await rows("create table pupil (id uuid primary key, name text)");
    await rows(
      "create table guardian (pupil uuid, position text, facts jsonb, primary key (pupil, position))",
    );
    for (let count = 0; count < pupils; count++) ids.push(await seal(before));
    await rows("insert into pupil (id, name) values (?, null)", [newId()]);
    const place = { table: "parent", column: "note", row: `${ids[0]}/MOTHER` };
    const note = encryptField(before.ring("field"), "a note", place);
    await rows("insert into guardian values (?, 'MOTHER', ?)", [
      ids[0],
      JSON.stringify({ note, of: "kept" }),
    ]);
  });
  afterEach(() => stack.disposeAsync());

  it("are left alone while a slower copy may still write by the earlier key, and while there is one key", async () => {
    expect(await goOn(before)).toBe(0);
    expect(await goOn()).toBe(0);
    expect((await oldFieldKeys(context(), columns)).columns).toEqual([
      { name: "pupil.name", values: { one: pupils } },
      { name: "guardian.facts.note", values: { one: 1 } },
    ]);
  });

  it("are sealed by the newest in small batches, whatever their place, and read all the while", async () => {
    await goOn();
    settle();
    let isDone = false;
    const reading = (async () => {
      for (let count = 0; !isDone; count++) {
        const id = ids[count % ids.length]!;
        expect(await read(after, id)).toBe(`name of ${id}`);
      }
    })();
    const rounds = await goOn();
    isDone = true;
    await reading;
    expect(rounds).toBe(3);
    expect((await oldFieldKeys(context(), columns)).columns).toEqual([]);
    for (const id of ids) expect(await read(keysOf("two", { two }), id)).toBe(`name of ${id}`);
    const [guardian] = await rows<{ facts: { note: string; of: string } }>("select facts from guardian");
    const place = { table: "parent", column: "note", row: `${ids[0]}/MOTHER` };
    expect(guardian!.facts.of).toBe("kept");
    expect(decryptField(keysOf("two", { two }).ring("field"), guardian!.facts.note, place)).toBe("a note");
    expect(await goOn()).toBe(0);
    const progress = await rows("select place, key_id, resealed, done_at is not null as done from resealing");
    expect(progress).toContainEqual({ place: "pupil.name", key_id: "two", resealed: pupils, done: true });
  });

  it("are gone on with by another copy where one has stopped", async () => {
    await goOn();
    settle();
    await task.run(context());
    const { columns: left } = await oldFieldKeys(context(), columns);
    expect(left[0]).toEqual({ name: "pupil.name", values: { one: pupils - 200 } });
    await Promise.all([goOn(), goOn()]);
    expect((await oldFieldKeys(context(), columns)).columns).toEqual([]);
    const [{ resealed }] = (await rows<{ resealed: number }>(
      "select resealed from resealing where place = 'pupil.name'",
    )) as [{ resealed: number }];
    expect(resealed).toBe(pupils);
  });

  it("keep their key from being forgotten, also those that a late copy wrote, until they too are sealed anew", async () => {
    await rows(
      "insert into key_check (ring, key_id, sealed) values ('field', 'one', ''), ('field', 'two', '')",
    );
    expect(await forgetFieldKeys(context(), columns, ["one"])).toEqual({ forgotten: [] });
    await goOn();
    settle();
    await goOn();
    const late = await seal(before);
    expect(await forgetFieldKeys(context(), columns, ["one", "two"])).toEqual({ forgotten: [] });
    await goOn();
    expect(await read(keysOf("two", { two }), late)).toBe(`name of ${late}`);
    expect(await forgetFieldKeys(context(), columns, ["one", "two"])).toEqual({ forgotten: ["one"] });
    expect(await rows("select key_id from key_check where ring = 'field'")).toEqual([{ key_id: "two" }]);
  });

  it("that somebody holds are passed over, and sealed anew by another pass", async () => {
    await goOn();
    settle();
    const held = ids[0]!;
    await node.database.em.fork().transactional(async (em) => {
      await em.execute("select 1 as one from pupil where id = ? for update", [held]);
      await goOn();
      expect((await oldFieldKeys(context(), columns)).columns).toEqual([
        { name: "pupil.name", values: { one: 1 } },
      ]);
    });
    settle();
    await goOn();
    expect((await oldFieldKeys(context(), columns)).columns).toEqual([]);
    expect(await read(keysOf("two", { two }), held)).toBe(`name of ${held}`);
  });

  it("that nothing opens stay as they are, are counted, and hold up no other", async () => {
    const broken = await seal(keysOf("one", { one: lost }));
    await goOn();
    settle();
    await goOn();
    expect((await oldFieldKeys(context(), columns)).columns).toEqual([
      { name: "pupil.name", values: { one: 1 } },
    ]);
    const [row] = await rows("select unreadable, resealed from resealing where place = 'pupil.name'");
    expect(row).toEqual({ unreadable: 1, resealed: pupils });
    await expect(read(after, broken)).rejects.toThrow("cannot be decrypted");
  });
});
