// A copy of a subgraph that takes a job, does half of it, and says so; then it is killed. It runs what was built.
import { parseKeys } from "@campus-graph/kit/auth/keys";
import { anonymous } from "@campus-graph/kit/auth/viewer";
import { JobRunner } from "@campus-graph/kit/jobs/job-runner";
import { createLog } from "@campus-graph/kit/ops/log";
import { openDatabase } from "@campus-graph/kit/sql/database";
import { newId } from "@campus-graph/kit/sql/id";

const [, , url, now] = process.argv;
const log = createLog("dying", "silent");
const database = await openDatabase({ url, schema: "roster", entities: [], migrations: [], log });
const runner = new JobRunner({
  kinds: [
    {
      name: "letter",
      async run({ em }, { id }) {
        await em.execute("insert into note (key, text) values (?, 'by the copy that died')", [id]);
        process.stdout.write("in the middle\n");
        await new Promise((resolve) => setTimeout(resolve, 600_000));
      },
    },
  ],
  schedules: [],
  contextFor: () => ({
    viewer: anonymous,
    em: database.em.fork(),
    clock: { now: () => new Date(now) },
    newId,
    keys: parseKeys({}),
    log,
    traceId: "dying",
    services: undefined,
  }),
});
await runner.round();
