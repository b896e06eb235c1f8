import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { createGateway, type Gateway } from "@campus-graph/gateway/gateway";
import { readManifest } from "@campus-graph/gateway/operations/manifest";
import { readKeys } from "@campus-graph/kit/auth/keys";
import { readAllowedOrigins } from "@campus-graph/kit/http/origins";
import { SettableClock } from "@campus-graph/kit/ops/clock";
import { inject } from "vitest";
import { type Mailbox, startMailbox } from "../../gateway/launch/src/mailbox/mailbox.js";
import { findFreePort } from "../../gateway/launch/src/ports.js";
import { createDatabase, type DatabaseOrigin, type TestDatabase } from "./postgres.js";
import { settle } from "./settle.js";
import { Subgraph } from "./subgraph.js";
import { checkout, type SubgraphName, subgraphsIn } from "./subgraphs.js";
import { supergraphAt } from "./supergraph.js";

/** What production runs, our apps' operations among them. */
const shippedOperations = fileURLToPath(new URL("../../schema/operations.json", import.meta.url));
const operationsFolder = fileURLToPath(new URL("../../clients/operations", import.meta.url));

/** Opens every sign-in of the demo city in tests. */
export const demoPassword = "correct-horse-battery-staple";

const parentApp = fileURLToPath(new URL("../../clients/parent-app/dist", import.meta.url));
const schoolConsole = fileURLToPath(new URL("../../clients/school-console/dist", import.meta.url));
const docs = fileURLToPath(new URL("../../clients/docs/dist", import.meta.url));

export interface GraphOptions {
  /** Filled with the demo city, instead of empty. */
  demoCity?: boolean;
  /** How many copies of the gateway; 1 when absent. */
  gateways?: number;
  /** Whether the gateways run the listed operations only, as in production. */
  onlyListed?: boolean;
  /** Where every part sends its traces; nowhere when absent. */
  tracesUrl?: string;
  /** Other databases than the run's own: for tests that restart PostgreSQL. */
  databaseUrls?: TestDatabase["urls"];
  /** Where the demo's wallet will listen, to be shown at /wallet/; nowhere when absent. */
  walletUrl?: string | null;
  /** Another checkout than this one: its supergraph.yaml says which subgraphs there are. */
  root?: string;
  /** The keys of data that another run, or another commit, has made; the run's own when absent. */
  keysFolder?: string;
  /** The demo city's password, where it was made with another. */
  password?: string;
  /** By which name of this machine browsers come; 127.0.0.1 when absent. Passkeys want one in letters. */
  host?: "127.0.0.1" | "localhost";
  /** Whether staff sign in with a second factor or not at all, as in production. */
  staffNeedSecondFactor?: boolean;
  /** How an approved guardian first signs in; by the last six of the national ID when absent. */
  initialPassword?: "activation-link" | "national-id-suffix";
}

/** The whole graph in this process: real PostgreSQL, sockets and mail. Stopped and dropped when disposed. */
export async function startGraph(options: GraphOptions = {}): Promise<Graph> {
  await using stack = new AsyncDisposableStack();
  const database = options.databaseUrls
    ? undefined
    : stack.use(await createDatabase(options.demoCity ? demoCity : undefined));
  const graph = await Graph.start(options.databaseUrls ?? database!.urls, options, stack);
  return graph.owning(stack.move());
}

/** The demo city is played once in a run; each graph that wants it gets a copy of its database. */
export const demoCity: DatabaseOrigin = {
  name: "demo city",
  async prepare({ urls }) {
    await using stack = new AsyncDisposableStack();
    const graph = await Graph.start(urls, { demoCity: true, gateways: 0 }, stack);
    await graph.settle();
  },
};

export class Graph {
  #stack: AsyncDisposableStack | undefined;
  readonly #gateways: { url: string; gateway: Gateway | undefined }[] = [];

  private constructor(
    readonly databaseUrls: TestDatabase["urls"],
    readonly keysFolder: string,
    /** Opens every sign-in of its demo city. */
    readonly password: string,
    readonly subgraphs: Readonly<Record<SubgraphName, Subgraph>>,
    readonly mailbox: Mailbox,
    /** What tokens call the graph, and where its first gateway listens. */
    readonly publicUrl: string,
    /** The subgraphs' clock. The gateways keep real time, so move it by less than tokens last. */
    readonly clock: SettableClock,
    readonly onlyListed: boolean,
    readonly walletUrl: string | null,
  ) {}

  /** Starts everything on databases that stand, and puts each part on `stack` at once. */
  static async start(
    urls: TestDatabase["urls"],
    {
      root = checkout,
      demoCity = false,
      gateways = 1,
      onlyListed = false,
      walletUrl = null,
      tracesUrl,
      keysFolder = inject("keysFolder"),
      password = demoPassword,
      host = "127.0.0.1",
      staffNeedSecondFactor = false,
      initialPassword = "national-id-suffix",
    }: GraphOptions,
    stack: AsyncDisposableStack,
  ): Promise<Graph> {
    const folder = mkdtempSync(join(tmpdir(), "campus-mail-"));
    stack.defer(() => rmSync(folder, { recursive: true, force: true }));
    const mailbox = await startMailbox(folder, () => new Date());
    stack.defer(() => mailbox.stop());
    const publicUrl = `http://${host}:${await findFreePort()}`;
    const clock = new SettableClock();
    const city = {
      root,
      urls,
      clock,
      publicUrl,
      smtpUrl: mailbox.smtpUrl,
      smsProvider: mailbox.smsProvider,
      demoPassword: demoCity ? password : undefined,
      staffNeedSecondFactor,
      initialPassword,
      tracesUrl,
      keysFolder,
    };
    const started = await Promise.all(
      subgraphsIn(root).map(async (name) => [name, stack.use(await Subgraph.start(name, city))] as const),
    );
    const subgraphs = Object.fromEntries(started) as Record<SubgraphName, Subgraph>;
    const settings = [mailbox, publicUrl, clock, onlyListed, walletUrl] as const;
    const graph = new Graph(urls, keysFolder, password, subgraphs, ...settings);
    stack.defer(() => graph.#stopGateways());
    for (let copy = 0; copy < gateways; copy++)
      await graph.startGateway(copy === 0 ? Number(new URL(publicUrl).port) : undefined);
    return graph;
  }

  owning(stack: AsyncDisposableStack): this {
    this.#stack = stack;
    return this;
  }

  /** Where clients find the graph: every copy of the gateway that was ever started. */
  get urls(): string[] {
    return this.#gateways.map(({ url }) => url);
  }

  /** Does everything that waits to be done, in every running subgraph, until nothing is left. */
  async settle(): Promise<void> {
    await settle(Object.values(this.subgraphs).filter(({ isRunning }) => isRunning));
  }

  async startGateway(port?: number): Promise<void> {
    const urls = new Map(Object.values(this.subgraphs).map(({ name, url }) => [name, url]));
    const gateway = await createGateway({
      mode: "test",
      port: port ?? (await findFreePort()),
      publicUrl: this.publicUrl,
      supergraph: { sdl: supergraphAt(urls, this.subgraphs.identity.city.root) },
      keys: readKeys(join(this.keysFolder, "gateway.json")),
      busUrl: this.databaseUrls.bus,
      allowedOrigins: readAllowedOrigins({}, "demo"),
      mailboxUrl: this.mailbox.url,
      walletUrl: this.walletUrl,
      // Where they were built; tests of an app build it first.
      parentApp,
      schoolConsole,
      docs,
      operations: operationsFolder,
      ...(this.onlyListed && { onlyListed: true, manifest: readManifest([shippedOperations]) }),
      tracesUrl: this.subgraphs.identity.city.tracesUrl ?? null,
      logLevel: "silent",
    });
    this.#gateways.push({ url: gateway.url, gateway });
  }

  /** This copy, by its place in `urls`, is gone; the others and the subgraphs run on. */
  async stopGateway(copy: number): Promise<void> {
    const started = this.#gateways[copy];
    await started?.gateway?.stop();
    if (started) started.gateway = undefined;
  }

  async #stopGateways(): Promise<void> {
    await Promise.all(this.#gateways.keys().map((copy) => this.stopGateway(copy)));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#stack?.disposeAsync();
  }
}
