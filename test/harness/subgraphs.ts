import { realpathSync } from "node:fs";
import { join } from "node:path";
import type { SubgraphConfig } from "@campus-graph/kit/ops/config";
import type { Configuration } from "@campus-graph/kit/ops/environment";
import type { RunningSubgraph, SubgraphOptions } from "@campus-graph/kit/subgraph";
import type { EventSource } from "@campus-graph/schema/events";
import { readSupergraphFile } from "@campus-graph/schema/supergraph-file";
import { checkoutFolder } from "../../gateway/launch/src/settings.js";

/** A subgraph, by its name in supergraph.yaml and as the source of its events. */
export type SubgraphName = EventSource;

export const checkout = checkoutFolder();

/** The subgraphs of a checkout, as its supergraph.yaml names them. */
export function subgraphsIn(root: string): SubgraphName[] {
  return readSupergraphFile(join(root, "supergraph.yaml")).map(({ name }) => name as SubgraphName);
}

export const subgraphNames = subgraphsIn(checkout);

/** What every subgraph's folder exports: `rosterConfiguration` by `src/config.ts`, `createRoster` by `src/subgraph.ts`. */
export interface SubgraphCode {
  configuration: Configuration<SubgraphConfig>;
  create(config: SubgraphConfig, options?: SubgraphOptions): Promise<RunningSubgraph>;
}

export async function codeOf(root: string, name: string): Promise<SubgraphCode> {
  const [configuration, create] = await Promise.all([
    exported(root, name, "config", `${camelCase(name)}Configuration`),
    exported(root, name, "subgraph", camelCase(`create-${name}`)),
  ]);
  return { configuration, create } as SubgraphCode;
}

/** What a file of a subgraph's `src/` exports under a name. */
export async function exported(root: string, name: string, file: string, what: string): Promise<unknown> {
  // By its real path, so that a linked folder's code is loaded once, whoever else imports it.
  const path = realpathSync(join(root, "subgraphs", name, "src", `${file}.ts`));
  const module = (await import(/* @vite-ignore */ path)) as Record<string, unknown>;
  if (!(what in module)) throw new Error(`${path} exports no ${what}.`);
  return module[what];
}

function camelCase(name: string): string {
  return name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}
