import { expect, it } from "vitest";
import type { Context } from "../../context.js";
import { startTestNode } from "../../events/test/test-node.js";
import { testNodes } from "../../events/test/test-nodes.js";
import { batched, defineBatch } from "../batching.js";

let statements = 0;
const lengths = defineBatch<string, number>(async ({ em }, keys) => {
  statements += 1;
  const rows = await em.execute<{ key: string; length: number }[]>(
    `select key, length(key) as length from (values ${keys.map(() => "(?::text)").join(", ")}) as asked (key)`,
    [...keys],
  );
  return new Map(rows.map(({ key, length }) => [key, length]));
});

it("fails for the key that the database cannot take, and answers its neighbours", async () => {
  await using database = await testNodes();
  await using roster = await startTestNode(database.urls, "roster");
  const context = { em: roster.database.em.fork() } as unknown as Context;
  const [one, broken, three] = await Promise.allSettled(
    ["a", "b\0", "ccc"].map((key) => batched(context, lengths, key)),
  );
  expect(one).toEqual({ status: "fulfilled", value: 1 });
  expect(broken?.status).toBe("rejected");
  expect(three).toEqual({ status: "fulfilled", value: 3 });
});

it("finds the one key of many that the database cannot take in few statements", async () => {
  await using database = await testNodes();
  await using roster = await startTestNode(database.urls, "roster");
  const context = { em: roster.database.em.fork() } as unknown as Context;
  statements = 0;
  const keys = Array.from({ length: 200 }, (_, index) => (index === 77 ? "b\0" : `key ${index}`));
  const answers = await Promise.allSettled(keys.map((key) => batched(context, lengths, key)));
  expect(answers.flatMap(({ status }, index) => (status === "rejected" ? [index] : []))).toEqual([77]);
  expect(answers[199]).toEqual({ status: "fulfilled", value: "key 199".length });
  expect(statements).toBeLessThan(20);
});

it("asks nothing more of a transaction in which a statement failed", async () => {
  await using database = await testNodes();
  await using roster = await startTestNode(database.urls, "roster");
  statements = 0;
  const answers = await roster.database.em.fork().transactional((em) => {
    const context = { em } as unknown as Context;
    return Promise.allSettled(["a", "b\0"].map((key) => batched(context, lengths, key)));
  });
  expect(answers.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
  expect(statements).toBe(1);
});
