import { createHash } from "node:crypto";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import type { Assets } from "./layout.ts";
import { readSource } from "./sources.ts";

/** Questions that anybody may ask, each answered by one part of the graph; listed, so that production answers them too. */
const statusOperations = {
  roster: readSource("clients/operations/anyone/Schools.graphql"),
  binding: readSource("clients/operations/anyone/ConsentNotice.graphql"),
  payments: readSource("clients/operations/guardian/MyBills.graphql"),
};

/** Script and style, under names that change with their content. */
export async function makeAssets(): Promise<{ names: Assets; files: Map<string, string> }> {
  const here = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url));
  const bundle = async (entry: string) => {
    const { outputFiles } = await build({
      entryPoints: [here(entry)],
      bundle: true,
      minify: true,
      write: false,
      format: "esm",
      target: "es2022",
      define: { statusOperations: JSON.stringify(statusOperations) },
    });
    return outputFiles[0]!.text;
  };
  const script = await bundle("browser/main.ts");
  const style = await bundle("styles/index.css");
  const names = { script: named(script, "js"), style: named(style, "css") };
  const icon = readSource("clients/docs/styles/icon.svg");
  return {
    names,
    files: new Map([
      [names.script, script],
      [names.style, style],
      ["assets/icon.svg", icon],
    ]),
  };
}

function named(content: string, extension: string): string {
  const digest = createHash("sha256").update(content).digest("hex").slice(0, 12);
  return `assets/docs-${digest}.${extension}`;
}
