import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { localDay, updateChangelog } from "./changelog.js";
import { generateDocuments } from "./client-documents.js";
import { printAll } from "./printed.js";

/** `npm run schema`: writes every printed schema anew, says which ones changed, and the clients' documents after them. */
const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
const { files, hints } = await printAll(root);
const changelog = await updateChangelog(
  root,
  files.get(join(root, "schema/api.graphql"))!,
  localDay(new Date()),
);
for (const [file, content] of [...files, ...changelog]) {
  const changed = !existsSync(file) || readFileSync(file, "utf8") !== content;
  mkdirSync(dirname(file), { recursive: true });
  if (changed) writeFileSync(file, content);
  process.stdout.write(`${changed ? "✎" : "="} ${relative(root, file)}\n`);
}
await generateDocuments(root);
for (const { code, message } of hints) process.stdout.write(`hint ${code}: ${message}\n`);
