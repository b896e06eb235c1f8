import type { SubgraphConfig } from "@campus-graph/kit/ops/config";
import type { Configuration } from "@campus-graph/kit/ops/environment";
import type { RunningSubgraph, SubgraphOptions } from "@campus-graph/kit/subgraph";

interface SubgraphCode {
  configuration: Configuration<SubgraphConfig>;
  create(config: SubgraphConfig, options?: SubgraphOptions): Promise<RunningSubgraph>;
}

/** What every subgraph's package exports: `rosterConfiguration` by `config`, `createRoster` by `subgraph`. */
export async function codeOf(name: string): Promise<SubgraphCode> {
  const [config, subgraph] = await Promise.all([
    import(`@campus-graph/${name}/config`),
    import(`@campus-graph/${name}/subgraph`),
  ]);
  return {
    configuration: config[`${camelCase(name)}Configuration`],
    create: subgraph[camelCase(`create-${name}`)],
  };
}

function camelCase(name: string): string {
  return name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}
