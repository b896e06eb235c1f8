import { existsSync, readFileSync } from "node:fs";
import { basename } from "node:path";

/** The printed files that say something else than the code does now. */
export function staleFiles(printed: ReadonlyMap<string, string>): string[] {
  return [...printed]
    .filter(([file, content]) => !existsSync(file) || readFileSync(file, "utf8") !== content)
    .map(([file]) => `${basename(file)} is stale: run \`npm run schema\` and read the difference`);
}
