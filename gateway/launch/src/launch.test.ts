import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { beforeAll, expect, it, vi } from "vitest";
import { startRestartablePostgres, startThrowawayPostgres } from "../../../test/harness/postgres-server.js";
import { withClient } from "./postgres/prepare-database.js";
import { isAlive } from "./processes.js";
import { type Checkout, smallCheckout } from "./test/checkout.js";
import { until } from "./until.js";

// Each starts whole graphs, databases and all, several times over: on a busy machine that takes its time.
vi.setConfig({ testTimeout: 180_000 });

const root = process.getuid?.() === 0;
const nobody = 65_534;
/** Every Linux has it; PostgreSQL wants its user to have a name. */
const daemon = 1;

async function environmentOf(checkout: Checkout, offset = 0): Promise<Record<string, string>> {
  const response = await fetch(`http://127.0.0.1:${checkout.port + offset}/`);
  return (await response.json()) as Record<string, string>;
}

async function databaseOfAlpha(checkout: Checkout): Promise<string> {
  return (await environmentOf(checkout, 1)).DATABASE_URL as string;
}

beforeAll(async () => {
  // Once as this user: the starts below that act as another could not write into dist/.
  await using checkout = await smallCheckout();
  const start = checkout.start({ PORT: "none" });
  await start.exited;
});

/** What only root can try is no test for anybody else, not a skipped one. */
const itAsRoot = (sentence: string, test: () => Promise<void>) => {
  if (root) it(sentence, test);
};

const users = root ? [undefined, nobody] : [undefined];

it.each(users)(
  "keeps the data from start to start and leaves no process behind (as user %s)",
  async (uid) => {
    await using checkout = await smallCheckout(uid === undefined ? {} : { owner: uid });
    const first = checkout.start({}, uid);
    await first.ready();
    await withClient(await databaseOfAlpha(checkout), (client) => client.query("create table alpha.kept ()"));
    expect(await first.stop("SIGINT")).toBe(0);
    expect(checkout.processes()).toEqual([]);

    const second = checkout.start({}, uid);
    await second.ready();
    await withClient(await databaseOfAlpha(checkout), (client) => client.query("select from alpha.kept"));
    expect(await second.stop("SIGTERM")).toBe(0);
    expect(checkout.processes()).toEqual([]);
  },
);

itAsRoot("serves a checkout under a folder that only root may enter", async () => {
  await using checkout = await smallCheckout({ mode: 0o700 });
  const start = checkout.start();
  await start.ready();
  await withClient(await databaseOfAlpha(checkout), (client) => client.query("create table alpha.kept ()"));
  await start.stop();
  const again = checkout.start();
  await again.ready();
  await withClient(await databaseOfAlpha(checkout), (client) => client.query("select from alpha.kept"));
});

itAsRoot("lets root go on with an ordinary user's data, and tells that user when it is root's", async () => {
  await using theirs = await smallCheckout({ owner: daemon });
  const own = theirs.start({}, daemon);
  await own.ready();
  await own.stop();
  const asRoot = theirs.start();
  await asRoot.ready();
  await asRoot.stop();
  expect(theirs.processes()).toEqual([]);

  await using roots = await smallCheckout();
  const first = roots.start();
  await first.ready();
  await first.stop();
  const refused = roots.start({}, daemon);
  expect(await refused.exited).toBe(1);
  expect(refused.output).toContain("belongs to user");
});

it("starts again after a kill -9 of the launcher, whose services end with it", async () => {
  await using checkout = await smallCheckout();
  const killed = checkout.start();
  await killed.ready();
  const { launcher, services } = checkout.lock() ?? { services: [] };
  process.kill(launcher?.pid as number, "SIGKILL");
  await killed.exited;
  const withoutDatabase = services.filter(({ name }) => name !== "postgres");
  expect(withoutDatabase.map(({ name }) => name).sort()).toEqual(["alpha", "beta", "gateway"]);
  expect(await until(() => !withoutDatabase.some(({ pid }) => isAlive(pid)) || undefined, 10_000)).toBe(true);

  const next = checkout.start();
  await next.ready();
  expect(await next.stop()).toBe(0);
  expect(checkout.processes()).toEqual([]);
});

it("stops the graph when the first process is killed with -9", async () => {
  await using checkout = await smallCheckout();
  const start = checkout.start();
  await start.ready();
  process.kill(start.pid, "SIGKILL");
  expect(await until(() => checkout.processes().length === 0 || undefined, 20_000)).toBe(true);
});

it("is not misled by a database lock that names somebody else's process", async () => {
  await using checkout = await smallCheckout();
  const first = checkout.start();
  await first.ready();
  await first.stop();
  writeFileSync(join(checkout.root, ".campus", "postgres", "postmaster.pid"), `${process.pid}\n`);
  await checkout.start().ready();
});

it("brings back a service and the database that were killed", async () => {
  await using checkout = await smallCheckout();
  await checkout.start().ready();
  const pidOf = (name: string) =>
    checkout.lock()?.services.find((service) => service.name === name)?.pid as number;
  for (const name of ["alpha", "postgres"]) {
    const before = pidOf(name);
    process.kill(before, "SIGKILL");
    expect(await until(() => pidOf(name) !== before || undefined, 20_000)).toBe(true);
  }
  const url = await until(() => databaseOfAlpha(checkout).catch(() => undefined), 10_000);
  const { rows } = await withClient(url as string, (client) => client.query("select 1 as one"));
  expect(rows).toEqual([{ one: 1 }]);
});

it.each([
  ["the gateway's", 0, "Campus Graph"],
  ["a subgraph's", 2, "beta"],
])("says who holds %s port, and the way round it", async (_, offset, who) => {
  await using checkout = await smallCheckout();
  const port = checkout.port + offset;
  const holder = createServer().listen(port, "127.0.0.1");
  const start = checkout.start();
  expect(await start.exited).toBe(1);
  expect(start.output).toContain(`Port ${port}, where ${who} would listen, is taken`);
  expect(start.output).toContain(`PORT=${checkout.port + 100} npm start`);
  holder.close();
});

it("lets one of two starts win and tells the other", async () => {
  await using checkout = await smallCheckout();
  const both = [checkout.start(), checkout.start()];
  const outcomes = await Promise.allSettled(both.map((start) => start.ready()));
  expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  const loser = both[outcomes.findIndex(({ status }) => status === "rejected")];
  expect(loser?.output).toContain("Campus Graph already runs from this folder");
});

it("waits for a start that is being stopped", async () => {
  await using checkout = await smallCheckout();
  const first = checkout.start();
  await first.ready();
  process.kill(first.pid, "SIGTERM");
  await until(() => first.output.includes("Stopping") || undefined, 5_000);
  await checkout.start().ready();
  expect(await first.exited).toBe(0);
});

it("passes on what a service declared, and nothing else of the terminal's", async () => {
  await using checkout = await smallCheckout();
  await checkout.start({ GREETING: "hello", SECRET_OF_THE_TERMINAL: "keep" }).ready();
  const environment = await environmentOf(checkout, 1);
  expect(environment.GREETING).toBe("hello");
  expect(environment).not.toHaveProperty("SECRET_OF_THE_TERMINAL");
});

it("says everything that is wrong at once, each in a sentence with its remedy, and starts nothing", async () => {
  await using checkout = await smallCheckout();
  const start = checkout.start({ PORT: "none", MODE: "prod", WRONG: "GREETING FAREWELL" });
  expect(await start.exited).toBe(1);
  for (const sentence of [
    "PORT is “none”, which is no port.\n→ Give a number up to 65000, such as PORT=4100.",
    "MODE is “prod”, which is no mode.\n→ Give MODE=production, or leave it out for the demo.",
    "KEYS_FOLDER is missing",
    "GREETING is wrong.\n→ Give another GREETING.",
    "FAREWELL is wrong.\n→ Give another FAREWELL.",
  ])
    expect(start.output.split(sentence)).toHaveLength(2);
  expect(start.output).not.toContain("    at ");
  expect(checkout.lock()).toBeUndefined();
});

it("refuses to production what the demo has begun, and to the demo what production has", async () => {
  await using checkout = await smallCheckout();
  const demo = checkout.start();
  await demo.ready();
  await demo.stop();
  const keys = join(checkout.root, "keys");
  mkdirSync(keys);
  for (const name of ["alpha", "beta", "gateway"]) writeFileSync(join(keys, `${name}.json`), "{}");
  const production = { MODE: "production", KEYS_FOLDER: keys, PUBLIC_URL: "http://localhost" };
  const refused = checkout.start(production);
  expect(await refused.exited).toBe(1);
  expect(refused.output).toContain("was begun as demo, and this start is production");

  const elsewhere = { CAMPUS_DATA: join(checkout.root, "city") };
  const city = checkout.start({ ...production, ...elsewhere });
  await city.ready();
  await city.stop();
  const demoAgain = checkout.start(elsewhere);
  expect(await demoAgain.exited).toBe(1);
  expect(demoAgain.output).toContain("was begun as production, and this start is demo");
});

it("says that it has stopped", async () => {
  await using checkout = await smallCheckout();
  const start = checkout.start({ OPERATOR_PORT: "9464" });
  await start.ready();
  expect(start.output).toContain("Metrics: http://127.0.0.1:9464/metrics");
  await start.stop();
  expect(start.output.trim().endsWith("Stopped. The data stays for the next start.")).toBe(true);
});

it("refuses data whose keys are lost, before making new ones", async () => {
  await using checkout = await smallCheckout();
  const first = checkout.start();
  await first.ready();
  await first.stop();
  rmSync(join(checkout.root, ".campus", "keys"), { recursive: true });
  const second = checkout.start();
  expect(await second.exited).toBe(1);
  expect(second.output).toContain("its keys are missing");
});

it("refuses a given server that would lose payments", async () => {
  await using careless = await startThrowawayPostgres();
  await using checkout = await smallCheckout();
  const start = checkout.start({ DATABASE_URL: careless.adminUrl });
  expect(await start.exited).toBe(1);
  expect(start.output).toContain("fsync");
});

it("uses a given server, even by an administrator who is no superuser", async () => {
  await using server = await startRestartablePostgres();
  await withClient(server.adminUrl, (client) =>
    client.query("create role office login createdb createrole password 'secret'"),
  );
  const url = new URL(server.adminUrl);
  url.username = "office";
  url.password = "secret";
  await using checkout = await smallCheckout();
  for (const _ of ["first", "second"]) {
    const start = checkout.start({ DATABASE_URL: url.href });
    await start.ready();
    const alpha = await databaseOfAlpha(checkout);
    expect(new URL(alpha).port).toBe(url.port);
    await withClient(alpha, (client) => client.query("create table if not exists alpha.kept ()"));
    await expect(withClient(alpha, (client) => client.query("create table beta.stray ()"))).rejects.toThrow(
      "permission denied for schema beta",
    );
    expect(await start.stop()).toBe(0);
  }
});
