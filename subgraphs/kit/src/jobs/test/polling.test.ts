import { expect, it } from "vitest";
import { startTestNode } from "../../events/test/test-node.js";
import { testNodes } from "../../events/test/test-nodes.js";
import { createLog } from "../../ops/log.js";
import { openDatabase } from "../../sql/database.js";
import type { JobKind } from "../job.js";
import { claimJob } from "../job-queue.js";
import { JobRunner } from "../job-runner.js";

const kind = (name: string): JobKind<unknown> => ({ name, run: async () => undefined });

it("asks the database once a round, however many kinds there are, and reads none of what is done", async () => {
  await using urls = await testNodes();
  await using node = await startTestNode(urls.urls, "roster");
  await node.database.em.fork().execute(
    `insert into job (id, kind, dedupe, urgent, created_at, next_try_at, done_at)
     select gen_random_uuid(), 'kind 0', place::text, false, now(), now(), now() from generate_series(1, 20000) as place`,
  );
  const statements: string[] = [];
  const log = createLog("polling", "silent");
  await using database = await openDatabase({
    url: urls.urls.roster,
    schema: "roster",
    entities: [],
    migrations: [],
    log,
    onStatement: (sql) => statements.push(sql),
  });
  const kinds = Array.from({ length: 20 }, (_, at) => kind(`kind ${at}`));
  const contextFor = () => ({ ...node.context(), em: database.em.fork() });
  const runner = new JobRunner({ kinds, schedules: [{ kind: "kind 0", at: "07:30" }], contextFor });
  // The schedule's own job, once a day.
  await runner.round();
  statements.length = 0;
  for (let round = 0; round < 5; round++) expect(await runner.round()).toBe(0);
  expect(statements).toHaveLength(5);
  const em = node.database.em.fork();
  const explaining = {
    execute: (sql: string, values: unknown[]) =>
      em.execute(`explain (analyze, buffers, format json) ${sql}`, values),
  };
  const names = kinds.map(({ name }) => name);
  const explained = await claimJob(explaining as never, names, new Date(), new Date());
  const row = explained as unknown as { "QUERY PLAN": [{ Plan: Record<string, unknown> }] };
  const plan = row["QUERY PLAN"][0].Plan;
  expect(JSON.stringify(plan)).toContain("job_due");
  expect(Number(plan["Shared Hit Blocks"]) + Number(plan["Shared Read Blocks"])).toBeLessThan(20);
});
