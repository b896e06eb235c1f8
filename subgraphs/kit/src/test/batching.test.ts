import { expect, it } from "vitest";
import { batched, defineBatch } from "../batching.js";
import type { Context } from "../context.js";
import { startStation } from "../events/test/station.js";
import { stations } from "../events/test/stations.js";

const lengths = defineBatch<string, number>(async ({ em }, keys) => {
  const rows = await em.execute<{ key: string; length: number }[]>(
    `select key, length(key) as length from (values ${keys.map(() => "(?::text)").join(", ")}) as asked (key)`,
    [...keys],
  );
  return new Map(rows.map(({ key, length }) => [key, length]));
});

it("fails for the key that the database cannot take, and answers its neighbours", async () => {
  await using database = await stations();
  await using roster = await startStation(database.urls, "roster");
  const context = { em: roster.database.em.fork() } as unknown as Context;
  const [one, broken, three] = await Promise.allSettled(
    ["a", "b\0", "ccc"].map((key) => batched(context, lengths, key)),
  );
  expect(one).toEqual({ status: "fulfilled", value: 1 });
  expect(broken?.status).toBe("rejected");
  expect(three).toEqual({ status: "fulfilled", value: 3 });
});
