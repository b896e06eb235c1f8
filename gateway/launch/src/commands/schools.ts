import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { CommandRefused, runCommand, runningSubgraphs, type Subgraphs } from "./ask-subgraph.js";

const usage =
  "npm run schools lists the city's schools; npm run schools -- <file.csv> [--dry-run] [--whole] enters a list " +
  "with the titles code,name,level; with --whole, what it does not name is taken out.";

interface Entered {
  added: string[];
  changed: string[];
  removed: string[];
  problems: { line: number; message: string }[];
  applied: boolean;
}

/** `npm run schools`: the city's schools, listed or entered from a CSV. */
async function schools(words: readonly string[]): Promise<void> {
  const files = words.filter((word) => !word.startsWith("--"));
  const flags = words.filter((word) => word.startsWith("--"));
  const unknown = flags.find((flag) => flag !== "--dry-run" && flag !== "--whole");
  if (unknown || files.length > 1 || (flags.length > 0 && files.length === 0))
    throw new CommandRefused(usage);
  const subgraphs = runningSubgraphs(process.env);
  const [file] = files;
  if (file === undefined) return list(subgraphs);
  const content = {
    content: read(file),
    isWhole: flags.includes("--whole"),
    dryRun: flags.includes("--dry-run"),
  };
  const entered = await subgraphs.ask<Entered>("roster", "/internal/enter-schools", content);
  if (entered.problems.length > 0)
    throw new CommandRefused(
      `Nothing was entered.\n${entered.problems.map(({ line, message }) => `${file}:${line}  ${message}`).join("\n")}`,
    );
  const { added, changed, removed, applied } = entered;
  process.stdout.write(
    `${applied ? "" : "A dry run; nothing was done. "}${added.length} added, ${changed.length} changed, ${removed.length} taken out.\n`,
  );
}

async function list(subgraphs: Subgraphs): Promise<void> {
  const query = "{ schools { code name level } }";
  const { data } = await subgraphs.ask<{ data: { schools: Record<"code" | "name" | "level", string>[] } }>(
    "roster",
    "/graphql",
    { query },
  );
  process.stdout.write("code,name,level\n");
  for (const { code, name, level } of data.schools) process.stdout.write(`${code},${name},${level}\n`);
}

/** Relative names are from where the command was given. */
function read(file: string): string {
  const path = resolve(process.env.INIT_CWD ?? ".", file);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(readFileSync(path));
  } catch (error) {
    if (error instanceof TypeError && !("errno" in error))
      throw new CommandRefused(`${path} is not UTF-8. Save it as “CSV UTF-8”.`);
    throw new CommandRefused(`${path} cannot be read: ${(error as Error).message}.`);
  }
}

await runCommand(() => schools(process.argv.slice(2)));
