import { setTimeout as delay } from "node:timers/promises";
import { bindingConfiguration } from "@campus-graph/binding/config";
import { createBinding } from "@campus-graph/binding/subgraph";
import { type Connection, connect } from "@campus-graph/clients/connect";
import { createGateway } from "@campus-graph/gateway/gateway";
import { identityConfiguration } from "@campus-graph/identity/config";
import { createIdentity } from "@campus-graph/identity/subgraph";
import type { RunningSubgraph } from "@campus-graph/kit/serve";
import { paymentsConfiguration } from "@campus-graph/payments/config";
import { createPayments } from "@campus-graph/payments/subgraph";
import { rosterConfiguration } from "@campus-graph/roster/config";
import { createRoster } from "@campus-graph/roster/subgraph";
import { demoPeople } from "@campus-graph/schema/demo-city";
import { prepareSmallCity, type SmallCity, type subgraphNames } from "../city/small-city.js";
import { tokenMint } from "../city/tokens.js";
import type { StatementCounter } from "./counter.js";

/** The demo city, all of it in this process, with every statement heard. */
export interface HeardCity {
  ground: SmallCity;
  as(who: "guardian" | "teacher" | "registrar" | "cashier"): Promise<Connection>;
  /** Does all that waits to be done. */
  settle(): Promise<void>;
}

export async function openHeardCity(
  stack: AsyncDisposableStack,
  counter: StatementCounter,
): Promise<HeardCity> {
  const ground = await prepareSmallCity(stack);
  const environmentOf = (name: (typeof subgraphNames)[number]) => ({
    ...ground.environmentOf(name),
    SEED: "demo-city",
    DEMO_PASSWORD: "correct-horse-battery-staple",
  });
  const heard = (name: string) => ({ onStatement: counter.listenerFor(name) });
  const subgraphs: RunningSubgraph[] = await Promise.all([
    createIdentity(identityConfiguration.read(environmentOf("identity")), heard("identity")),
    createRoster(rosterConfiguration.read(environmentOf("roster")), heard("roster")),
    createBinding(bindingConfiguration.read(environmentOf("binding")), heard("binding")),
    createPayments(paymentsConfiguration.read(environmentOf("payments")), heard("payments")),
  ]);
  for (const subgraph of subgraphs) stack.defer(() => subgraph.stop());
  for (const { url } of subgraphs) await untilReady(url);
  const gateway = await createGateway({
    mode: "test",
    port: ground.ports.gateway,
    publicUrl: ground.url,
    supergraph: { file: ground.supergraphFile },
    keys: ground.keysOf("gateway"),
    busUrl: ground.databaseUrl("bus"),
    mailboxUrl: null,
    logLevel: "error",
  });
  stack.defer(() => gateway.stop());
  const mint = await tokenMint(ground);
  return {
    ground,
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
