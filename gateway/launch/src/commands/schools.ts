import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { translatorOf } from "../sentences.js";
import { terminalLanguage } from "../terminal.js";
import { CommandRefused, runCommand, runningSubgraphs, type Subgraphs } from "./running-subgraphs.js";
import { words } from "./schools-words.js";

const translate = translatorOf(words, terminalLanguage(process.env));

interface Entered {
  added: string[];
  changed: string[];
  removed: string[];
  problems: { line: number; message: string }[];
  applied: boolean;
}

/** `npm run schools`: the city's schools, listed or entered from a CSV. */
async function schools(typed: readonly string[]): Promise<void> {
  const files = typed.filter((word) => !word.startsWith("--"));
  const flags = typed.filter((word) => word.startsWith("--"));
  const unknown = flags.find((flag) => flag !== "--dry-run" && flag !== "--whole");
  if (unknown || files.length > 1 || (flags.length > 0 && files.length === 0))
    throw new CommandRefused(translate("usage"));
  const subgraphs = runningSubgraphs(process.env);
  const [file] = files;
  if (file === undefined) return list(subgraphs);
  const content = {
    content: read(file),
    isWhole: flags.includes("--whole"),
    dryRun: flags.includes("--dry-run"),
  };
  const entered = await subgraphs.post<Entered>("roster", "/internal/enter-schools", content);
  if (entered.problems.length > 0)
    throw new CommandRefused(
      translate("notEntered", {
        problems: entered.problems.map(({ line, message }) => `${file}:${line}  ${message}`).join("\n"),
      }),
    );
  const { added, changed, removed, applied } = entered;
  const counts = { added: added.length, changed: changed.length, removed: removed.length };
  process.stdout.write(`${translate(applied ? "entered" : "dryRun", counts)}\n`);
}

async function list(subgraphs: Subgraphs): Promise<void> {
  const query = "{ schools { code name level } }";
  const { data } = await subgraphs.post<{ data: { schools: Record<"code" | "name" | "level", string>[] } }>(
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
      throw new CommandRefused(translate("notUtf8", { path }));
    throw new CommandRefused(translate("unreadable", { path, fault: (error as Error).message }));
  }
}

await runCommand(() => schools(process.argv.slice(2)));
