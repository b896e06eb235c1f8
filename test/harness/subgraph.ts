import { join } from "node:path";
import type { Clock } from "@campus-graph/kit/ops/clock";
import type { RunningSubgraph } from "@campus-graph/kit/subgraph";
import { findFreePort } from "../../gateway/launch/src/ports.js";
import type { TestDatabase } from "./postgres.js";
import { codeOf, type SubgraphName } from "./subgraphs.js";

/** What the subgraphs of one test have in common. */
export interface CityConfig {
  /** The checkout whose subgraphs run. */
  root: string;
  urls: TestDatabase["urls"];
  publicUrl: string;
  smtpUrl: string;
  smsProvider: string;
  /** What time it is in the subgraphs. */
  clock: Clock;
  /** Undefined: the city stays empty. */
  demoPassword: string | undefined;
  /** As in production. */
  staffNeedSecondFactor: boolean;
  initialPassword: "activation-link" | "national-id-suffix";
  /** Undefined: traces go nowhere. */
  tracesUrl: string | undefined;
  /** Holds a file of keys for each subgraph. */
  keysFolder: string;
}

/** One subgraph of a test's graph, which can be stopped in mid-story and started again where it was. */
export class Subgraph {
  #running: RunningSubgraph | undefined;

  private constructor(
    readonly name: SubgraphName,
    readonly city: CityConfig,
    running: RunningSubgraph,
    /** Where it listens, whether or not it runs now. */
    readonly url: string,
  ) {
    this.#running = running;
  }

  static async start(name: SubgraphName, city: CityConfig): Promise<Subgraph> {
    // Out of the range of outgoing connections, one of which could take the port while the subgraph is stopped.
    const running = await create(name, city, await findFreePort());
    return new Subgraph(name, city, running, running.url);
  }

  get isRunning(): boolean {
    return this.#running !== undefined;
  }

  get running(): RunningSubgraph {
    if (!this.#running) throw new Error(`${this.name} is stopped.`);
    return this.#running;
  }

  /** As if its process had died: nobody answers at its address. */
  async stop(): Promise<void> {
    await this.#running?.stop();
    this.#running = undefined;
  }

  /** Back again, at the same address. */
  async start(): Promise<void> {
    this.#running ??= await create(this.name, this.city, Number(new URL(this.url).port));
  }

  async settle(): Promise<boolean> {
    return this.running.settle();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.stop();
  }
}

async function create(name: SubgraphName, city: CityConfig, port: number): Promise<RunningSubgraph> {
  const { configuration, create } = await codeOf(city.root, name);
  return create(configuration.read(environmentOf(name, city, port)), { clock: city.clock });
}

/** What the launcher would give it; a subgraph reads of it what it declares. */
function environmentOf(name: SubgraphName, city: CityConfig, port: number): Record<string, string> {
  return {
    MODE: "test",
    HOST: "127.0.0.1",
    PORT: `${port}`,
    DATABASE_URL: city.urls[name],
    BUS_URL: city.urls.bus,
    PUBLIC_URL: city.publicUrl,
    KEYS_FILE: join(city.keysFolder, `${name}.json`),
    LOG_LEVEL: "silent",
    SMTP_URL: city.smtpUrl,
    SMS_PROVIDER: city.smsProvider,
    MAIL_FROM: "no-reply@campus.example",
    // A test asks for more codes from one place than a family does, and fewer than would hide a missing limit.
    INITIAL_PASSWORD: city.initialPassword,
    SECOND_FACTOR: city.staffNeedSecondFactor ? "staff" : "optional",
    CODES_PER_NETWORK_AND_HOUR: "200",
    CODES_PER_TEN_MINUTES: "3000",
    ...(city.tracesUrl ? { OTEL_EXPORTER_OTLP_ENDPOINT: city.tracesUrl } : {}),
    ...(city.demoPassword ? { SEED: "demo-city", DEMO_PASSWORD: city.demoPassword } : {}),
  };
}
