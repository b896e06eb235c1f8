import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inject } from "vitest";
import { startMailbox } from "../../../gateway/launch/src/mailbox/mailbox.js";
import { findFreePort } from "../../../gateway/launch/src/ports.js";
import { demoCity, demoPassword } from "../../harness/graph.js";
import { createDatabase, type TestDatabase } from "../../harness/postgres.js";
import { subgraphNames } from "../../harness/subgraphs.js";
import { supergraphAt } from "../../harness/supergraph.js";
import { Balancer } from "./balancer.js";
import { Copy } from "./copy.js";

/** The city with two copies of every service, each a process, behind a balancer for each service. */
export interface DoubledCity {
  database: TestDatabase;
  /** Where the composed supergraph lies. */
  folder: string;
  /** The balancer before the gateways. */
  publicUrl: string;
  gatewayUrls: readonly string[];
  /** Both copies of each service, by its name. */
  copies: ReadonlyMap<string, readonly Copy[]>;
  /** kill -9 of one copy of everything, all at once. */
  killOneOfEach(): Promise<void>;
  [Symbol.asyncDispose](): Promise<void>;
}

export interface DoubledCityOptions {
  /** False: the city stays empty. */
  demo?: boolean;
  /** How long a gateway goes on answering after SIGTERM, so that balancers notice. */
  drainGraceMs?: number;
  /** Every service's keys file; the run's own when absent. */
  keysFolder?: string;
}

export async function startDoubledCity({
  demo = true,
  drainGraceMs = 0,
  keysFolder = inject("keysFolder"),
}: DoubledCityOptions = {}): Promise<DoubledCity> {
  await using stack = new AsyncDisposableStack();
  const database = stack.use(await createDatabase(demo ? demoCity : undefined));
  const folder = mkdtempSync(join(tmpdir(), "campus-doubled-"));
  stack.defer(() => rmSync(folder, { recursive: true, force: true }));
  const mailbox = await startMailbox(folder, () => new Date());
  stack.defer(() => mailbox.stop());

  const balancers = new Map<string, Balancer>();
  for (const name of [...subgraphNames, "gateway"])
    balancers.set(name, stack.use(await Balancer.start([await findFreePort(), await findFreePort()])));
  const publicUrl = balancers.get("gateway")!.url;
  const supergraph = join(folder, "supergraph.graphql");
  writeFileSync(supergraph, supergraphAt(new Map([...balancers].map(([name, { url }]) => [name, url]))));

  const common = {
    PATH: process.env.PATH ?? "",
    NODE_COMPILE_CACHE: join(folder, "compiled"),
    MODE: "test",
    BUS_URL: database.urls.bus,
    PUBLIC_URL: publicUrl,
    SMTP_URL: mailbox.smtpUrl,
    ...(demo ? { SEED: "demo-city", DEMO_PASSWORD: demoPassword } : {}),
    DRAIN_GRACE_MS: `${drainGraceMs}`,
    SUPERGRAPH: supergraph,
    LOG_LEVEL: "error",
  };
  const copies = new Map<string, Copy[]>();
  for (const [name, balancer] of balancers) {
    const isGateway = name === "gateway";
    const env = {
      ...common,
      KEYS_FILE: join(keysFolder, `${name}.json`),
      ...(isGateway ? {} : { DATABASE_URL: database.urls[name as keyof typeof database.urls] }),
    };
    const two = balancer.copies.map(
      (port) => new Copy(name, isGateway ? "gateway" : `subgraphs/${name}`, port, env),
    );
    for (const copy of two) stack.defer(async () => void (await copy.stop()));
    copies.set(name, two);
  }
  await Promise.all([...copies.values()].flat().map((copy) => copy.start()));
  const gatewayUrls = balancers.get("gateway")!.copies.map((port) => `http://127.0.0.1:${port}`);
  const killOneOfEach = async () => {
    await Promise.all([...copies.values()].map(([, second]) => second!.kill()));
  };
  const all = stack.move();
  return {
    database,
    folder,
    publicUrl,
    gatewayUrls,
    copies,
    killOneOfEach,
    [Symbol.asyncDispose]: () => all.disposeAsync(),
  };
}
