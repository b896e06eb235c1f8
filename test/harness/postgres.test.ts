import { expect, it } from "vitest";
import { withClient } from "../../gateway/launch/src/postgres/prepare-database.js";
import { createDatabase } from "./postgres.js";

it("gives each owner its own schema and nobody else's", async () => {
  await using database = await createDatabase();
  await withClient(database.urls.roster, (client) => client.query("create table roster.school (code text)"));
  await expect(
    withClient(database.urls.binding, (client) => client.query("select * from roster.school")),
  ).rejects.toThrow("permission denied for schema roster");
  await expect(
    withClient(database.urls.binding, (client) => client.query("create table public.stray ()")),
  ).rejects.toThrow("permission denied for schema public");
});

it("writes no values of a failed statement to the server's log", async () => {
  await using database = await createDatabase();
  const shown = await withClient(database.urls.roster, (client) =>
    client.query("show log_min_error_statement"),
  );
  expect(shown.rows).toEqual([{ log_min_error_statement: "panic" }]);
});

it("makes a shared state once and copies it", async () => {
  let made = 0;
  const origin = {
    name: "one table",
    prepare: async ({ urls }: { urls: { payments: string } }) => {
      made++;
      await withClient(urls.payments, (client) => client.query("create table payments.bill (id int)"));
    },
  };
  await using first = await createDatabase(origin);
  await using second = await createDatabase(origin);
  for (const { urls } of [first, second]) {
    await withClient(urls.payments, (client) => client.query("insert into payments.bill values (1)"));
  }
  expect(made).toBe(1);
});
