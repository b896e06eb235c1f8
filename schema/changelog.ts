import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { CriticalityLevel, diff } from "@graphql-inspector/core";
import { buildSchema } from "graphql";

/** What became different in the schema on one day, made by comparing it with the one of the entry before. */
export interface ChangelogEntry {
  date: string;
  /** SHA-256 of `api.graphql` after these changes. */
  schema: string;
  changes: Change[];
}

interface Change {
  /** Whether a client may notice: BREAKING, DANGEROUS (it meets values that it did not know) or SAFE. */
  level: "BREAKING" | "DANGEROUS" | "SAFE";
  path: string;
  message: string;
}

export const changelogFile = "schema/changelog.json";

/** The schema with which the newest entry compares: a checkout without history can still make that entry anew. */
export const baseFile = "schema/changelog-base.graphql";

/**
 * The changelog with an entry for `now`, newest first: today's is made anew, an older one stays as it was told. Gives the
 * files to write, by path.
 */
export async function updateChangelog(
  root: string,
  now: string,
  today: string,
): Promise<Map<string, string>> {
  const entries = readChangelog(root);
  const [newest] = entries;
  if (newest?.schema === digestOf(now)) return new Map();
  const onDisk = read(root, "schema/api.graphql");
  // Where two branches met, the schema on disk is not the one that the newest entry led to: that entry is made anew.
  const replacesNewest =
    newest !== undefined && (newest.date === today || newest.schema !== digestOf(onDisk));
  const base = replacesNewest ? read(root, baseFile) : onDisk;
  const changes = await changesBetween(base, now);
  const older = replacesNewest ? entries.slice(1) : entries;
  const entry: ChangelogEntry = { date: today, schema: digestOf(now), changes };
  return new Map([
    [join(root, baseFile), base],
    [join(root, changelogFile), printChangelog([entry, ...older])],
  ]);
}

/** Why the changelog does not tell of the schema as it is; nothing when it does. */
export function staleChangelog(root: string, now: string): string[] {
  const [newest] = readChangelog(root);
  if (newest?.schema === digestOf(now)) return [];
  return [
    `${changelogFile} has no entry for the schema as it is now: run \`npm run schema\` and read the entry`,
  ];
}

export async function changesBetween(before: string, now: string): Promise<Change[]> {
  const changes = await diff(buildSchema(before), buildSchema(now));
  return changes
    .map(({ criticality, path = "", message }) => ({ level: levels[criticality.level], path, message }))
    .sort((one, other) => order(one) - order(other) || (one.path < other.path ? -1 : 1));
}

/** The day in Taipei, where the graph is. */
export function localDay(now: Date): string {
  return now.toLocaleDateString("sv-SE", { timeZone: "Asia/Taipei" });
}

export function printChangelog(entries: readonly ChangelogEntry[]): string {
  return `${JSON.stringify(entries, null, 2)}\n`;
}

export function digestOf(schema: string): string {
  return createHash("sha256").update(schema).digest("hex");
}

const levels = {
  [CriticalityLevel.Breaking]: "BREAKING",
  [CriticalityLevel.Dangerous]: "DANGEROUS",
  [CriticalityLevel.NonBreaking]: "SAFE",
} as const;

function order({ level }: Change): number {
  return ["BREAKING", "DANGEROUS", "SAFE"].indexOf(level);
}

function readChangelog(root: string): ChangelogEntry[] {
  return existsSync(join(root, changelogFile)) ? JSON.parse(read(root, changelogFile)) : [];
}

function read(root: string, file: string): string {
  return readFileSync(join(root, file), "utf8");
}
