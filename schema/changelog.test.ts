import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { type ChangelogEntry, staleChangelog, updateChangelog } from "./changelog.js";

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "campus-changelog-"));
  mkdirSync(join(root, "schema"));
});
afterEach(() => rmSync(root, { recursive: true }));

const first = "type Query { schools: [String!] }";
const withClasses = "type Query { classes: [String!] schools: [String!] }";
const withoutSchools = "type Query { classes: [String!] }";

/** As `npm run schema` does on a day. */
async function refresh(now: string, today: string): Promise<void> {
  const files = await updateChangelog(root, now, today);
  for (const [file, content] of files) writeFileSync(file, content);
  writeFileSync(join(root, "schema/api.graphql"), now);
}

function changesByDate(): [date: string, ...messages: string[]][] {
  const entries = JSON.parse(readFileSync(join(root, "schema/changelog.json"), "utf8")) as ChangelogEntry[];
  return entries.map(({ date, changes }) => [date, ...changes.map(({ level, path }) => `${level} ${path}`)]);
}

async function begun(): Promise<void> {
  writeFileSync(join(root, "schema/api.graphql"), first);
  await refresh(withClasses, "2026-11-01");
}

it("tells a day's changes once, newest day first, without any history of commits", async () => {
  await begun();
  expect(changesByDate()).toEqual([["2026-11-01", "SAFE Query.classes"]]);
  await refresh(withoutSchools, "2026-11-02");
  expect(changesByDate()).toEqual([
    ["2026-11-02", "BREAKING Query.schools"],
    ["2026-11-01", "SAFE Query.classes"],
  ]);
});

it("takes back within a day what was tried and taken back", async () => {
  await begun();
  await refresh(withoutSchools, "2026-11-02");
  await refresh(`${withClasses} # as before`, "2026-11-02");
  expect(changesByDate()[0]).toEqual(["2026-11-02"]);
});

it("makes the newest entry anew where another branch's schema lies on the disk", async () => {
  await begun();
  writeFileSync(join(root, "schema/api.graphql"), withoutSchools);
  await refresh(withoutSchools, "2026-11-03");
  expect(changesByDate()).toEqual([["2026-11-03", "BREAKING Query.schools", "SAFE Query.classes"]]);
});

it("says so when the schema has changed without an entry", async () => {
  await begun();
  expect(staleChangelog(root, withClasses)).toEqual([]);
  expect(staleChangelog(root, withoutSchools)).toEqual([expect.stringContaining("npm run schema")]);
});
