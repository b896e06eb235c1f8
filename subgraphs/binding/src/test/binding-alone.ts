import { keysOf, openAlone, SubgraphAlone } from "../../../../test/harness/subgraph-alone.js";
import type { BindingConfig } from "../config.js";
import type { BindingServices } from "../context.js";
import { createBinding } from "../subgraph.js";

export const keys = keysOf("binding");

/** Binding alone, on a database of its own. */
export class BindingAlone extends SubgraphAlone<BindingServices> {}

export async function startBinding(
  changes: Partial<Pick<BindingConfig, "demoCity" | "holidays">> = {},
): Promise<BindingAlone> {
  return new BindingAlone(
    await openAlone<BindingConfig, BindingServices>({
      name: "binding",
      create: createBinding,
      config: (common) => common,
      changes,
    }),
  );
}
