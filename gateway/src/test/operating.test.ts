import { mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Gateway } from "../gateway.js";
import { createManifest, digestOf } from "../operations/manifest.js";
import { type Answer, execute } from "./execute.js";
import { accessToken } from "./identity.js";
import { greeted } from "./raw-socket.js";
import { TestSocket } from "./socket.js";
import { soon } from "./soon.js";
import { TestWorld } from "./world.js";

let world: TestWorld;
let folder: string;
beforeAll(async () => {
  world = await TestWorld.start();
  folder = await mkdtemp(join(tmpdir(), "campus-operating-"));
});
afterAll(async () => {
  await world[Symbol.asyncDispose]();
  await rm(folder, { recursive: true });
});

const readiness = async ({ url }: Pick<Gateway, "url">) => {
  const answer = await fetch(`${url}/readyz`);
  return { status: answer.status, ...((await answer.json()) as { waitingFor: string[] }) };
};

describe("a gateway is ready", () => {
  it("once it has the keys by which it knows people", async () => {
    await world.subgraphs.identity.stop();
    const gateway = await world.gateway();
    expect(await readiness(gateway)).toMatchObject({ status: 503, waitingFor: ["identity's keys"] });
    await world.subgraphs.identity.start();
    await expect.poll(() => readiness(gateway), soon).toMatchObject({ status: 200, waitingFor: [] });
    await world.subgraphs.identity.stop();
    expect(await readiness(gateway)).toMatchObject({ status: 200 });
    await world.subgraphs.identity.start();
  });

  it("only while it hears which sign-ins are over", async () => {
    const deaf = await world.gateway({ busUrl: "postgres://nobody@127.0.0.1:1/nothing" });
    await expect.poll(() => readiness(deaf), soon).toMatchObject({ status: 503, waitingFor: ["the bus"] });
  });
});

/** Clients that ask on and on, behind a balancer that asks each copy, every so often, whether it is ready. */
class Load implements AsyncDisposable {
  answered = 0;
  readonly failures: unknown[] = [];
  readonly #running: Promise<void>[];
  #ready: readonly Gateway[];
  #isOver = false;

  constructor(copies: readonly Gateway[], clients = 8) {
    this.#ready = copies;
    const clientLoops = Array.from({ length: clients }, (_, index) => this.#requestInTurn(index));
    this.#running = [...clientLoops, this.#balance(copies)];
  }

  async #balance(copies: readonly Gateway[]): Promise<void> {
    while (!this.#isOver) {
      const states = await Promise.all(
        copies.map((copy) =>
          readiness(copy).then(
            ({ status }) => status,
            () => 0,
          ),
        ),
      );
      this.#ready = copies.filter((_, index) => states[index] === 200);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  async #requestInTurn(first: number): Promise<void> {
    for (let turn = first; !this.#isOver; turn += 1) {
      const copy = this.#ready[turn % this.#ready.length];
      if (!copy) throw new Error("No copy is ready.");
      const query = "{ bills(first: 1) { student { maskedName } } }";
      const answer = await execute(copy, query).catch((error: unknown) => error);
      if (isWhole(answer)) this.answered += 1;
      else this.failures.push(answer);
    }
  }

  /** Resolves once so many more were answered. */
  async more(count: number): Promise<void> {
    const until = this.answered + count;
    await expect.poll(() => this.answered, soon).toBeGreaterThan(until);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#isOver = true;
    await Promise.all(this.#running);
  }
}

function isWhole(answer: unknown): boolean {
  const { status, errors } = answer as Partial<Answer>;
  return status === 200 && errors?.length === 0;
}

describe("under load", () => {
  it("a copy that stops says so first, ends what it began, and sends its sockets elsewhere", async () => {
    const [staying, leaving] = [await world.gateway(), await world.gateway({ drainGraceMs: 1_000 })];
    for (const copy of [staying, leaving])
      await expect.poll(() => readiness(copy), soon).toMatchObject({ status: 200 });
    await using load = new Load([staying, leaving]);
    await load.more(50);
    world.feed.append("mover", {});
    const token = await accessToken({ subject: "mover" });
    const query = 'subscription { billNotice(after: "mover:0") { cursor } }';
    await using socket = TestSocket.as(leaving, token);
    await TestSocket.take(socket.run(query), 1);
    const stopped = leaving.stop();
    expect(await readiness(leaving)).toMatchObject({ status: 503, waitingFor: ["draining"] });
    await stopped;
    expect((await socket.closed).code).toBe(1001);
    await load.more(50);
    expect(load.failures).toEqual([]);
    world.feed.append("mover", {});
    await using elsewhere = TestSocket.as(staying, token);
    const [next] = await TestSocket.take(elsewhere.run(query.replace(":0", ":1")), 1);
    expect(next?.data).toEqual({ billNotice: { cursor: "mover:2" } });
  });

  it("a changed supergraph is taken up without a request lost", async () => {
    const file = join(folder, "supergraph.graphql");
    await writeFile(file, world.compose());
    const gateway = await world.gateway({ supergraph: { file } });
    await expect.poll(() => readiness(gateway), soon).toMatchObject({ status: 200 });
    await using load = new Load([gateway]);
    await load.more(50);
    const described = world.compose().replace(/(\n\s+)hello: String!/, '$1"""A greeting."""$1hello: String!');
    await writeFile(`${file}.new`, described);
    await rename(`${file}.new`, file);
    const shown = async () => {
      const { data } = await execute(gateway, '{ __type(name: "Query") { fields { name description } } }');
      return data?.__type;
    };
    const greeting = { name: "hello", description: "A greeting." };
    await expect.poll(shown, soon).toMatchObject({ fields: expect.arrayContaining([greeting]) });
    await load.more(50);
    expect(load.failures).toEqual([]);
  });
});

describe("the operator's door", () => {
  const text = "query Hello {\n  hello\n}";
  const manifest = createManifest({ [digestOf(text)]: text });
  const metricsOf = async ({ operatorUrl }: Gateway) =>
    (await (await fetch(`${operatorUrl}/metrics`)).text()).split("\n");

  it("tells figures by names of ours, never by a client's", async () => {
    const gateway = await world.gateway({ operatorPort: 0, manifest });
    await execute(gateway, text);
    await execute(gateway, "query OfWangXiaoming { hello }");
    await execute(gateway, "query Hello { hallo }");
    await using socket = TestSocket.as(gateway, await accessToken({ subject: "counted" }));
    world.feed.append("counted", {}, {});
    await TestSocket.take(socket.run('subscription { billNotice(after: "counted:0") { id } }'), 2);
    await TestSocket.take(socket.run(text), 1);
    const metrics = await metricsOf(gateway);
    const count = (transport: string, operation: string, outcome: string) =>
      `campus_operation_seconds_count{transport="${transport}",operation="${operation}",outcome="${outcome}"} 1`;
    expect(metrics).toEqual(
      expect.arrayContaining([
        count("http", "Hello", "OK"),
        count("http", "other", "OK"),
        count("http", "Hello", "GRAPHQL_VALIDATION_FAILED"),
        count("socket", "Hello", "OK"),
        'campus_deliveries_total{list="billNotices"} 2',
        "campus_sockets_open 1",
        'campus_subgraph_up{subgraph="payments"} 1',
        'campus_events_lag{subgraph="payments",source="binding"} 3',
        'campus_events_parked_keys{subgraph="payments"} 1',
        'campus_counted_here{subgraph="payments",partner="wallet"} 7',
        'campus_oldest_writer_ms{subgraph="payments"} 40',
        'campus_subgraph_up{subgraph="roster"} 0',
      ]),
    );
    expect(metrics.join()).toMatch(
      /campus_fetch_seconds_count\{subgraph="binding",outcome="answered"\} [1-9]/,
    );
    expect(metrics.join()).not.toContain("Wang");
  });

  it("tells what subgraphs stream, and how much of it went out", async () => {
    const gateway = await world.gateway({ operatorPort: 0 });
    await using socket = TestSocket.as(gateway, await accessToken());
    const struck = 'subscription { struck(on: "counted") { text } }';
    const events = [socket.run(struck), socket.run(struck)];
    const received = events.map((each) => TestSocket.take(each, 1));
    await expect.poll(() => world.broadcasts.count("counted"), soon).toBe(1);
    await TestSocket.take(socket.run("{ hello }"), 1);
    world.broadcasts.publish("counted", { text: "one" });
    await Promise.all(received);
    const figures = async () => (await metricsOf(gateway)).filter((line) => /^campus_stream/.test(line));
    expect(await figures()).toEqual([
      'campus_streamed_events_total{subgraph="payments"} 2',
      'campus_streams_open{subgraph="payments"} 1',
    ]);
    for (const each of events) await each.return?.();
    await expect.poll(figures, soon).toContain('campus_streams_open{subgraph="payments"} 0');
  });

  it("tells how often a plan was kept, and how many texts are", async () => {
    const file = join(folder, "planned.graphql");
    await writeFile(file, world.compose());
    const gateway = await world.gateway({ operatorPort: 0, supergraph: { file } });
    const figures = async () => {
      const received = (await metricsOf(gateway)).filter((line) =>
        /^campus_(plans_total|documents_kept)/.test(line),
      );
      return Object.fromEntries(
        received.map((line) => [line.replace(/ .*/, ""), Number(line.replace(/.* /, ""))]),
      );
    };
    for (const query of ["{ hello }", "{ hello }", "{ students { id } }", "{ nobody }"])
      await execute(gateway, query);
    const socket = await greeted(gateway);
    socket.send({ id: "1", type: "subscribe", payload: { query: "{ hello }" } });
    await socket.receives("complete");
    expect(await figures()).toEqual({
      'campus_plans_total{outcome="made"}': 2,
      'campus_plans_total{outcome="kept"}': 2,
      // What no schema allows is not kept.
      campus_documents_kept: 2,
    });
    await writeFile(
      `${file}.new`,
      world.compose().replace("hello: String!", '"""A greeting."""\n  hello: String!'),
    );
    await rename(`${file}.new`, file);
    expect(await socket.closed).toBe(1001);
    await execute(gateway, "{ hello }");
    await execute(gateway, "{ hello }");
    expect(await figures()).toEqual({
      'campus_plans_total{outcome="made"}': 3,
      'campus_plans_total{outcome="kept"}': 3,
      // What was valid by the supergraph before has to show it again.
      campus_documents_kept: 1,
    });
  });

  it("shows that what is not listed drives out nothing", async () => {
    const gateway = await world.gateway({ operatorPort: 0, manifest, onlyListed: true });
    for (let nth = 0; nth < 20; nth++)
      expect((await execute(gateway, `{ hello } # ${nth}`)).status).toBe(403);
    await execute(gateway, text);
    expect(await metricsOf(gateway)).toContain("campus_documents_kept 1");
  });

  it("is not the public one", async () => {
    const gateway = await world.gateway({ operatorPort: 0 });
    expect((await fetch(`${gateway.url}/metrics`)).status).toBe(404);
    expect((await fetch(`${gateway.operatorUrl}/graphql`)).status).toBe(404);
    expect((await world.gateway()).operatorUrl).toBeNull();
  });
});
