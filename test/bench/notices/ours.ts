import { once } from "node:events";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { checkoutFolder } from "@campus-graph/launch/settings";
import type { SmallCity } from "../city/small-city.js";
import type { Cores } from "../cores.js";
import { built, type SubjectProcess, startSubject } from "../subject-process.js";
import { type Guardian, schoolCode } from "./guardians.js";
import type { Committed, IssueOrder, Send } from "./orders.js";

/** The processes of the graph that a notice passes. Flags are Node's own. */
export function startIdentity(city: SmallCity): Promise<SubjectProcess> {
  return startSubject({
    name: "identity",
    args: [join(checkoutFolder(), "subgraphs", "identity", "dist", "src", "main.js")],
    env: city.environmentOf("identity"),
    readyUrl: `http://127.0.0.1:${city.ports.identity}/readyz`,
    core: null,
  });
}

export function startPayments(city: SmallCity, flags: readonly string[] = []): Promise<SubjectProcess> {
  return startSubject({
    name: "payments",
    args: [...flags, built("notices/payments.js")],
    env: city.environmentOf("payments"),
    readyUrl: null,
    core: null,
  });
}

export function startGateway(
  city: SmallCity,
  cores: Cores | null,
  flags: readonly string[] = [],
): Promise<SubjectProcess> {
  return startSubject({
    name: "ours",
    args: [...flags, join(checkoutFolder(), "gateway", "dist", "src", "main.js")],
    env: {
      MODE: "demo",
      PORT: String(city.ports.gateway),
      PUBLIC_URL: city.url,
      SUPERGRAPH: city.supergraphFile,
      KEYS_FILE: city.keysFileOf("gateway"),
      BUS_URL: city.databaseUrl("bus"),
      LOG_LEVEL: "error",
    },
    readyUrl: `${city.url}/readyz`,
    core: cores?.subject ?? null,
  });
}

export function socketUrl({ url }: SmallCity): string {
  return `${url.replace("http", "ws")}/graphql`;
}

/** Bills are issued as a cashier issues them: several students in an act, at most 500 of them together. */
export function billing(payments: SubjectProcess, listening: readonly Guardian[]): Send {
  let turn = 0;
  return async (notices, everyMs) => {
    const committed = new Map<string, number>();
    const perAct = everyMs > 0 ? Math.min(10, listening.length) : 500;
    const acts: Promise<void>[] = [];
    for (let sent = 0; sent < notices; sent += perAct) {
      const billed = Array.from({ length: Math.min(perAct, notices - sent) }, () => {
        return listening[turn++ % listening.length]!.studentId;
      });
      const act = issue(payments, billed).then(({ committedAt, billIds }) => {
        for (const id of billIds) committed.set(id, committedAt);
      });
      if (everyMs > 0) {
        acts.push(act);
        await delay(everyMs * perAct);
      } else await act;
    }
    await Promise.all(acts);
    return committed;
  };
}

/** One act at a time: a cashier waits for the answer. */
async function issue(payments: SubjectProcess, studentIds: string[]) {
  const answered = queue.then(async () => {
    const message = once(payments.child, "message");
    payments.child.send({ schoolCode, studentIds } satisfies IssueOrder);
    const [committed] = (await message) as [Committed];
    if ("failed" in committed) throw new Error(committed.failed);
    return committed;
  });
  queue = answered.catch(() => undefined);
  return answered;
}
let queue: Promise<unknown> = Promise.resolve();
