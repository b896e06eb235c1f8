import { setTimeout as delay } from "node:timers/promises";
import { type Connection, connect } from "@campus-graph/clients/connect";
import { createGateway } from "@campus-graph/gateway/gateway";
import { demoPeople } from "@campus-graph/schema/demo-city";
import { prepareSmallCity, type SmallCity, type SubgraphName } from "../city/small-city.js";
import { codeOf } from "../city/subgraph-code.js";
import { tokenMint } from "../city/tokens.js";
import type { StatementCounter } from "./counter.js";

/** The demo city, all of it in this process, with every statement counted. */
export interface CityWithBus {
  prerequisites: SmallCity;
  as(who: "guardian" | "teacher" | "registrar" | "cashier"): Promise<Connection>;
  /** Does all that waits to be done. */
  settle(): Promise<void>;
}

export async function openCityWithBus(
  stack: AsyncDisposableStack,
  counter: StatementCounter,
): Promise<CityWithBus> {
  const prerequisites = await prepareSmallCity(stack);
  const environmentOf = (name: SubgraphName) => ({
    ...prerequisites.environmentOf(name),
    SEED: "demo-city",
    DEMO_PASSWORD: "correct-horse-battery-staple",
  });
  const withBus = (name: string) => ({ onStatement: counter.listenerFor(name) });
  const subgraphs = await Promise.all(
    prerequisites.subgraphs.map(async (name) => {
      const { configuration, create } = await codeOf(name);
      return create(configuration.read(environmentOf(name)), withBus(name));
    }),
  );
  for (const subgraph of subgraphs) stack.defer(() => subgraph.stop());
  for (const { url } of subgraphs) await untilReady(url);
  const gateway = await createGateway({
    mode: "test",
    port: prerequisites.ports.gateway,
    publicUrl: prerequisites.url,
    supergraph: { file: prerequisites.supergraphFile },
    keys: prerequisites.keysOf("gateway"),
    busUrl: prerequisites.databaseUrl("bus"),
    mailboxUrl: null,
    logLevel: "error",
  });
  stack.defer(() => gateway.stop());
  const mint = await tokenMint(prerequisites);
  return {
    prerequisites,
    async as(who) {
      const { subjectId, roles } = demoPeople[who];
      const held = roles.map(({ role, schoolCode }) => ({ role, ...(schoolCode && { schoolCode }) }));
      const token = await mint({ subject: subjectId, clientId: "parent-app", roles: held });
      return connect({ url: gateway.url, token });
    },
    async settle() {
      let worked = true;
      while (worked) {
        worked = false;
        for (const subgraph of subgraphs) worked = (await subgraph.settle()) || worked;
      }
    },
  };
}

async function untilReady(url: string): Promise<void> {
  for (let attempt = 0; attempt < 1_200; attempt++) {
    const answer = await fetch(new URL("/readyz", url));
    if (answer.ok) return;
    await delay(100);
  }
  throw new Error(`${url} was not ready within two minutes.`);
}
