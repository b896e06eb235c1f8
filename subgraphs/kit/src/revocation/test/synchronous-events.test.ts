import pg from "pg";
import { describe, expect, it } from "vitest";
import type { TestDatabase } from "../../../../../test/harness/postgres.js";
import type { Reactions } from "../../events/event.js";
import { recordEvent } from "../../events/outbox.js";
import { eventually, startTestNode, type TestNode } from "../../events/test/test-node.js";
import { testNodes } from "../../events/test/test-nodes.js";
import { startLeaseHeartbeat } from "../lease-heartbeat.js";
import type { OpenSynchronousEvent } from "../participants.js";
import { pendingAcknowledgements } from "../pending-acknowledgements.js";

const type = "binding.BindingRevoked";

/** Revokes a binding of the subject; the event's id. */
function revoke(binding: TestNode, subjectId: string): Promise<string> {
  const payload = { bindingId: "b", requestId: "r", subjectId, studentId: "s" };
  return binding.database.em
    .fork()
    .transactional(async (em) => recordEvent(em, { type, key: subjectId, payload }));
}

/** Roster, as one who acts on it: or cannot, for as long as it is ill. */
async function startRoster(database: TestDatabase) {
  const health = { ill: false };
  const reactions: Reactions<unknown> = {
    [type]: [
      async () => {
        if (health.ill) throw new Error("ill");
      },
    ],
  };
  const roster = await startTestNode(database.urls, "roster", { reactions, retryDelayMs: () => 5 });
  return { roster, health };
}

const missing = (node: TestNode, eventId: string) => node.bus.missing(eventId);

async function onBus(database: TestDatabase, sql: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: database.urls.bus });
  await client.connect();
  try {
    return (await client.query(sql)).rows.map(({ name }) => name);
  } finally {
    await client.end();
  }
}
describe("an event that must hold everywhere at once", () => {
  it("is missing those who have not acted on it, and nobody once they have", async () => {
    await using database = await testNodes();
    await using binding = await startTestNode(database.urls, "binding");
    const { roster, health } = await startRoster(database);
    await using _roster = roster;
    health.ill = true;
    const id = await revoke(binding, "ward");
    await eventually(async () => (await missing(binding, id)) !== null, "the event is on the bus");
    await eventually(
      async () => (await roster.events.metrics()).parkedKeys === 1,
      "the event is a dead letter",
    );
    expect(await missing(binding, id)).toEqual(["roster"]);
    expect(await roster.events.isBehind([{ eventId: id, type }])).toBe(true);

    health.ill = false;
    await roster.events.retryDeadLetters("ward");
    await eventually(async () => (await missing(binding, id))!.length === 0, "roster has acted");
    expect(await roster.events.isBehind([{ eventId: id, type }])).toBe(false);
  });

  it("waits for a subgraph that is down, and not for one that never reacts to it", async () => {
    await using database = await testNodes();
    await using binding = await startTestNode(database.urls, "binding");
    const { roster } = await startRoster(database);
    await roster.stop();
    const id = await revoke(binding, "ward");
    await binding.events.settle();
    expect(await missing(binding, id)).toEqual(["roster"]);
    expect(await binding.events.isBehind([{ eventId: id, type }])).toBe(false);

    const { roster: back } = await startRoster(database);
    await using _back = back;
    await eventually(async () => (await missing(binding, id))!.length === 0, "roster is back and has acted");
  });

  it("is told to a gateway before it counts as heard there, and to one that starts later while it is open", async () => {
    await using database = await testNodes();
    await using binding = await startTestNode(database.urls, "binding");
    const { roster, health } = await startRoster(database);
    await using _roster = roster;
    const received: Record<string, readonly OpenSynchronousEvent[]> = {};
    const start = (participant: string) =>
      startLeaseHeartbeat(database.urls.bus, {
        participant,
        leaseMs: 60_000,
        onOpen: (open) => {
          received[participant] = open;
          return open;
        },
      });
    const first = start("gateway 1");
    await eventually(() => received["gateway 1"] !== undefined, "the first gateway hears");
    health.ill = true;
    const id = await revoke(binding, "ward");
    await eventually(
      async () => (await missing(binding, id))?.join() === "roster",
      "the gateway has acted on it",
    );
    expect(received["gateway 1"]).toMatchObject([{ eventId: id, type, subject: "ward" }]);
    const later = start("gateway 2");
    await eventually(() => received["gateway 2"]?.length === 1, "the later one knows");

    health.ill = false;
    await roster.events.retryDeadLetters("ward");
    await roster.events.settle();
    for (const participant of ["gateway 1", "gateway 2"])
      await eventually(() => received[participant]!.length === 0, `${participant} need not keep it any more`);
    await first.stop();
    await later.stop();
    expect(await onBus(database, "select name from bus.party")).toEqual(["roster"]);
  });

  it("waits for a gateway that died until its lease has ended, after which it answers nobody", async () => {
    await using database = await testNodes();
    await using binding = await startTestNode(database.urls, "binding");
    // What kill -9 would leave of it.
    await binding.bus.join("gateway 1", [type]);
    await onBus(database, "update bus.party set until = clock_timestamp() + interval '4 seconds'");
    const id = await revoke(binding, "ward");
    const context = { ...binding.context(), missing: (event: string) => binding.bus.missing(event) };
    expect(await pendingAcknowledgements(context, id)).toEqual(["gateway"]);
    await eventually(async () => (await missing(binding, id))!.length === 0, "the lease has ended");
  });

  it("is missing from the bus while its relay cannot reach it", async () => {
    await using database = await testNodes();
    await using binding = await startTestNode(database.urls, "binding");
    const context = { ...binding.context(), missing: (event: string) => binding.bus.missing(event) };
    expect(await pendingAcknowledgements(context, crypto.randomUUID())).toEqual(["bus"]);
  });
});
