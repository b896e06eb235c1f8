import { demoPeople } from "@campus-graph/schema/demo-city";
import pg from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Graph, startGraph } from "../harness/graph.js";
import { Page } from "../harness/page.js";

let graph: Graph;
beforeAll(async () => {
  graph = await startGraph({ demoCity: true });
});
afterAll(() => graph?.[Symbol.asyncDispose]());

const { registrar, bureau } = demoPeople;
const soon = { timeout: 10_000, interval: 10 };

interface Role {
  id: string;
  email: string;
}

it("ends a role once what was let in by it is done, and lets nothing in by it afterwards", async () => {
  const [office, desk] = [new Page(graph), new Page(graph)];
  await office.signIn(bureau.email);
  await desk.signIn(registrar.email);
  const { staff } = await office.execute<{ staff: { edges: { node: Role }[] } }>(
    '{ staff(schoolCode: "403601", first: 100) { edges { node { id email } } } }',
  );
  const { id } = staff.edges.map(({ node }) => node).find(({ email }) => email === registrar.email)!;
  const binding = graph.subgraphs.binding.running.database.em.fork();
  const [bound] = await binding.execute<{ id: string; student_id: string }[]>(
    "select id, student_id from request where status = 'BOUND' and school_code = '403601' limit 1",
  );
  const [held] = await binding.execute<{ id: string }[]>("select id from binding where request_id = ?", [
    bound!.id,
  ]);
  await binding.begin();
  await binding.execute("set local transaction_timeout = 0");
  await binding.execute("select 1 from student where id = ? for update", [bound!.student_id]);

  const done: string[] = [];
  const revoking = desk
    .execute("mutation ($input: RevokeBindingInput!) { revokeBinding(input: $input) { id } }", {
      input: { bindingId: held!.id, reason: "left the school" },
    })
    .then(
      () => done.push("acted"),
      () => done.push("acted"),
    );
  await expect.poll(() => lockedIn(graph), soon).toBeGreaterThan(0);
  const ending = office
    .execute<{ endStaffRole: { state: string } }>(
      `mutation { endStaffRole(input: { id: "${id}" }) { state } }`,
    )
    .then((answer) => {
      done.push("ended");
      return answer;
    });
  await expect.poll(() => roundsOfGateway(graph), soon).toBeGreaterThan(0);
  expect(done).toEqual([]);
  await binding.commit();
  expect((await ending).endStaffRole.state).toBe("OVER");
  await revoking;
  expect(done).toEqual(["acted", "ended"]);
  await expect(desk.execute('{ registrarReview(schoolCode: "403601") { student { id } } }')).rejects.toThrow(
    "FORBIDDEN",
  );
});

/** How many statements of binding wait for a row. */
async function lockedIn({ subgraphs }: Graph): Promise<number> {
  const rows = await subgraphs.binding.running.database.em
    .fork()
    .execute<unknown[]>(
      "select 1 from pg_stat_activity where wait_event_type = 'Lock' and query like '%student%'",
    );
  return rows.length;
}

const leases = new Set<string>();

/** How often the gateway has looked since the end was published, without acknowledging it. */
async function roundsOfGateway({ databaseUrls }: Graph): Promise<number> {
  const client = new pg.Client({ connectionString: databaseUrls.bus });
  await client.connect();
  try {
    const { rows } = await client.query(
      `select party.until from bus.at_once as event join bus.party on party.name like 'gateway %'
       where event.type = 'identity.StaffRoleEnded' and event.done_at is null`,
    );
    for (const { until } of rows) leases.add(String(until));
    return leases.size - 1;
  } finally {
    await client.end();
  }
}
