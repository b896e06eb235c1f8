import { fileURLToPath } from "node:url";
import { readSupergraphFile } from "@campus-graph/schema/supergraph-file";
import { expect, it } from "vitest";
import { cycleIn, type Flow, flowsOf } from "./published-events.js";

const inRoot = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const flows = readSupergraphFile(inRoot("supergraph.yaml")).flatMap(({ name }) =>
  flowsOf(inRoot(`subgraphs/${name}`), name),
);

it("lets no event lead back to itself", () => {
  expect(cycleIn(flows)).toBeNull();
});

it("shows what each event leads to", async () => {
  const printed = flows.map(
    ({ consumes, reaction, publishes: says }) => `${consumes} → ${reaction} → ${says.join(", ") || "·"}`,
  );
  await expect(`${printed.sort().join("\n")}\n`).toMatchFileSnapshot("./event-flow.txt");
});

it("follows a reaction down to what it says", () => {
  const approved = flows.find(({ reaction }) => reaction === "identity: onRequestApproved");
  expect(approved?.publishes).toEqual(
    expect.arrayContaining(["identity.AccountProvisioned", "identity.ProvisionRefused"]),
  );
});

it("sees a cycle, also a long one", () => {
  const flow = (consumes: string, ...publishes: string[]): Flow => ({
    consumes,
    reaction: consumes,
    publishes,
  });
  expect(cycleIn([flow("a", "b"), flow("b", "c", "d"), flow("d", "b")])).toEqual(["b", "d", "b"]);
  expect(cycleIn([flow("a", "a")])).toEqual(["a", "a"]);
  expect(cycleIn([flow("a", "b", "c"), flow("b", "c")])).toBeNull();
});
