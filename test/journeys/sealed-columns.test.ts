import { randomBytes } from "node:crypto";
import { parseKeys } from "@campus-graph/kit/auth/keys";
import { oldFieldKeys } from "@campus-graph/kit/resealing/old-field-keys";
import { resealFields } from "@campus-graph/kit/resealing/reseal-fields";
import { expect, it } from "vitest";
import { sealedColumns as binding } from "../../subgraphs/binding/src/persistence/sealed-columns.js";
import { sealedColumns as identity } from "../../subgraphs/identity/src/persistence/sealed-columns.js";
import { sealedColumns as payments } from "../../subgraphs/payments/src/persistence/sealed-columns.js";
import { sealedColumns as roster } from "../../subgraphs/roster/src/persistence/sealed-columns.js";
import { startGraph } from "../harness/graph.js";

const columnsOf = { binding, identity, payments, roster };

it("seals every value of the demo city anew, in all columns that subgraphs name", async () => {
  await using graph = await startGraph({ demoCity: true, gateways: 0 });
  for (const [name, columns] of Object.entries(columnsOf)) {
    const context = graph.subgraphs[name as keyof typeof columnsOf].running.contextFor();
    const { current, keys } = context.keys.ring("field");
    const texts = Object.fromEntries(Object.entries(keys).map(([id, key]) => [id, key.toString("base64")]));
    const next = { current: "next", keys: { ...texts, next: randomBytes(32).toString("base64") } };
    const rotated = { ...context, keys: parseKeys({ field: next }) };
    const values = async () => {
      const { columns: left } = await oldFieldKeys(rotated, columns);
      return left.reduce((sum, { values }) => sum + (values[current] ?? 0), 0);
    };
    const before = await values();
    if (name !== "payments") expect([name, before > 0]).toEqual([name, true]);
    const task = resealFields(columns);
    await task.run(rotated as never);
    const later = { now: () => new Date(context.clock.now().getTime() + 60_000) };
    while (await task.run({ ...rotated, clock: later } as never));
    const unreadable = await context.em.execute("select place from resealing where unreadable > 0");
    expect([name, await values(), unreadable]).toEqual([name, 0, []]);
  }
}, 120_000);
