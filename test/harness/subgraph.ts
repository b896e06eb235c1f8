import { join } from "node:path";
import { createBinding } from "@campus-graph/binding/subgraph";
import { bureauSignature } from "@campus-graph/identity/mail/signature";
import { createIdentity } from "@campus-graph/identity/subgraph";
import type { Clock } from "@campus-graph/kit/clock";
import type { SubgraphConfig } from "@campus-graph/kit/config";
import { readKeys } from "@campus-graph/kit/keys";
import { readAllowedOrigins } from "@campus-graph/kit/origins";
import type { RunningSubgraph } from "@campus-graph/kit/serve";
import { createPayments } from "@campus-graph/payments/subgraph";
import { createRoster } from "@campus-graph/roster/subgraph";
import { findFreePort } from "../../gateway/launch/src/ports.js";
import type { TestDatabase } from "./postgres.js";

export const subgraphNames = ["identity", "roster", "binding", "payments"] as const;
export type SubgraphName = (typeof subgraphNames)[number];

/** What the subgraphs of one test have in common. */
export interface CityConfig {
  urls: TestDatabase["urls"];
  publicUrl: string;
  smtpUrl: string;
  /** What time it is in the subgraphs. */
  clock: Clock;
  /** Undefined: the city stays empty. */
  demoPassword: string | undefined;
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

function create(name: SubgraphName, city: CityConfig, port: number): Promise<RunningSubgraph> {
  const config: SubgraphConfig = {
    mode: "test",
    host: "127.0.0.1",
    port,
    databaseUrl: city.urls[name],
    busUrl: city.urls.bus,
    publicUrl: city.publicUrl,
    keys: readKeys(join(city.keysFolder, `${name}.json`)),
    logLevel: "silent",
    demoCity: city.demoPassword !== undefined,
    tracesUrl: city.tracesUrl,
  };
  const options = { clock: city.clock };
  switch (name) {
    case "identity":
      return createIdentity(
        {
          ...config,
          smtpUrl: city.smtpUrl,
          mailFrom: "no-reply@campus.example",
          mailConnections: 10,
          codes: { perTarget: 40, perNetwork: 200, perTenMinutes: 3_000 },
          signature: bureauSignature,
          signInUrl: `${city.publicUrl}/sso`,
          demoPassword: city.demoPassword ?? null,
          initialPassword: "national-id-suffix",
          appRedirectUris: [],
          allowedOrigins: readAllowedOrigins({}, "demo"),
        },
        options,
      );
    case "roster":
      return createRoster(config, options);
    case "binding":
      return createBinding(config, options);
    case "payments":
      return createPayments(config, options);
  }
}
