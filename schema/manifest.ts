import { createHash } from "node:crypto";
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type DocumentNode, Kind, parse, print } from "graphql";

/**
 * The operations of `clients/operations`, each with the SHA-256 of its printed text: what a production gateway runs,
 * and nothing else.
 */
export function printManifest(root: string): string {
  const operations = globSync("clients/operations/**/*.graphql", { cwd: root })
    .map((file) => {
      const document = parse(readFileSync(join(root, file), "utf8"));
      const text = print(document);
      return { name: nameOf(document, file), hash: createHash("sha256").update(text).digest("hex"), text };
    })
    .sort((one, other) => (one.name < other.name ? -1 : 1));
  return `${JSON.stringify({ operations }, null, 2)}\n`;
}

function nameOf({ definitions }: DocumentNode, file: string): string {
  const [name, ...others] = definitions.flatMap((each) =>
    each.kind === Kind.OPERATION_DEFINITION ? [each.name?.value] : [],
  );
  if (name === undefined || others.length > 0) throw new Error(`${file} must hold one named operation.`);
  return name;
}
