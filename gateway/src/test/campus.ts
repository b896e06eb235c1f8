import { readFileSync } from "node:fs";
import { subgraphNames } from "../../../test/harness/subgraphs.js";
import type { SmallGraph } from "./federation.js";
import { madeUpGraph } from "./made-up-graphs.js";

/** Our own graph by its printed schemas, with made-up answers. */
export function campus(): SmallGraph {
  const texts = subgraphNames.map(
    (name) =>
      [name, readFileSync(new URL(`../../../schema/${name}.graphql`, import.meta.url), "utf8")] as const,
  );
  return madeUpGraph("campus", Object.fromEntries(texts));
}
