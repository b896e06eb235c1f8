import { globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { staleChangelog } from "./changelog.js";
import { breakingChanges } from "./checks/breaking.js";
import { undescribedElements } from "./checks/described.js";
import { staleFiles } from "./checks/fresh.js";
import { unreviewedHints } from "./checks/hints.js";
import { invalidOperations } from "./checks/operations.js";
import { staleDocuments } from "./client-documents.js";
import { earlierVersion } from "./committed.js";
import { printAll } from "./printed.js";

/** Everything that must hold of the schemas, one line each; exits 1 when something does not. */
const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
const apiFile = "schema/api.graphql";

function read(pattern: string): { file: string; text: string }[] {
  return globSync(pattern, { cwd: root })
    .sort()
    .map((file) => ({ file, text: readFileSync(join(root, file), "utf8") }));
}

async function checks(): Promise<[string, string[]][]> {
  const { files, hints } = await printAll(root);
  const api = files.get(join(root, apiFile))!;
  const decisions = read("schema/decisions/*.md").map(({ text }) => text);
  const earlier = earlierVersion(root, apiFile, api);
  return [
    ["the subgraphs compose", unreviewedHints(hints)],
    ["the printed schemas are fresh", staleFiles(files)],
    [
      earlier === undefined
        ? "no earlier schema to break"
        : "no client of the earlier schema is broken without a decision",
      earlier === undefined ? [] : await breakingChanges(earlier, api, decisions),
    ],
    ["the changelog tells of the schema as it is", staleChangelog(root, api)],
    ["every client operation is valid", invalidOperations(api, read("clients/operations/**/*.graphql"))],
    ["the clients' typed documents are fresh", await staleDocuments(root)],
    ["every element is described", undescribedElements(api)],
  ];
}

for (const [claim, problems] of await checks()) {
  process.stdout.write(`${problems.length === 0 ? "✓" : "✗"} ${claim}\n`);
  for (const problem of problems) process.stdout.write(`    ${problem}\n`);
  if (problems.length > 0) process.exitCode = 1;
}
