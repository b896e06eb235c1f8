import { createHash } from "node:crypto";
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type DocumentNode, Kind, parse, print } from "graphql";
import { clientFolders, operationsOf } from "./client-operations.js";

interface ListedOperation {
  name: string;
  hash: string;
  text: string;
}

/**
 * The operations of `clients/operations`, each with the SHA-256 of its printed text: what a production gateway runs,
 * and nothing else; and beside it a list for each client, of those that it sends. By file name.
 */
export function printManifests(root: string): ReadonlyMap<string, string> {
  const all = readOperations(root);
  const lists = Object.entries(clientFolders).map(([client, folder]) => {
    const names = operationsOf(root, folder);
    return [`operations/${client}.json`, printed(all.filter(({ name }) => names.has(name)))] as const;
  });
  return new Map([["operations.json", printed(all)], ...lists]);
}

function readOperations(root: string): ListedOperation[] {
  return globSync("clients/operations/**/*.graphql", { cwd: root })
    .map((file) => {
      const document = parse(readFileSync(join(root, file), "utf8"));
      const text = print(document);
      return { name: nameOf(document, file), hash: createHash("sha256").update(text).digest("hex"), text };
    })
    .sort((one, other) => (one.name < other.name ? -1 : 1));
}

function printed(operations: readonly ListedOperation[]): string {
  return `${JSON.stringify({ operations }, null, 2)}\n`;
}

function nameOf({ definitions }: DocumentNode, file: string): string {
  const [name, ...others] = definitions.flatMap((each) =>
    each.kind === Kind.OPERATION_DEFINITION ? [each.name?.value] : [],
  );
  if (name === undefined || others.length > 0) throw new Error(`${file} must hold one named operation.`);
  return name;
}
