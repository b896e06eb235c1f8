import { existsSync } from "node:fs";
import { join } from "node:path";
import { type Keys, readKeys } from "@campus-graph/kit/auth/keys";
import { type KeyCheck, keyProblem } from "@campus-graph/kit/ops/key-checks";
import { isDatabaseAddress, variableOf } from "../data/database-addresses.js";
import { databaseIn } from "../data/databases.js";
import type { DataFolder } from "../data/folder.js";
import { onDatabase, withClient } from "../postgres/prepare-database.js";
import type { Environment, LaunchSettings } from "../settings.js";
import { subgraphEntries } from "../subgraph-entries.js";
import { UserError } from "../user-error.js";
import { type Finding, fine, problem } from "./finding.js";
import { sentence } from "./words.js";

/**
 * Whether the keys are those that the data on a given server was written with: the subgraphs would refuse to start.
 * Our own server does not run now, so there the start says it. What else is wrong with server or keys is found elsewhere.
 */
export async function lookAtKeys(
  root: string,
  folder: DataFolder,
  { keysFolder = folder.keys }: LaunchSettings,
  environment: Environment,
): Promise<Finding[]> {
  const findings: Finding[] = [];
  let looked = false;
  for (const { name } of subgraphEntries(root)) {
    const keys = keysIn(join(keysFolder, `${name}.json`));
    const kept = keys && (await keptChecks(environment[variableOf(name)] || environment.DATABASE_URL, name));
    if (!keys || !kept) continue;
    looked = true;
    const wrong = keyProblem(keys, kept);
    if (!wrong) continue;
    const { en } = sentence("keysNotOfData", { subgraph: name, what: wrong.what });
    const { "zh-TW": zh } = sentence("keysNotOfData", { subgraph: name, what: wrong.zh.what });
    findings.push(problem("keys", { en, "zh-TW": zh }, { en: wrong.remedy, "zh-TW": wrong.zh.remedy }));
  }
  return findings.length > 0 || !looked ? findings : [fine("keys", sentence("keysOfData"))];
}

function keysIn(file: string): Keys | undefined {
  if (!existsSync(file)) return undefined;
  try {
    return readKeys(file);
  } catch {
    return undefined;
  }
}

/** What lies in the subgraph's schema; undefined where there is no such server, schema or right to read. */
async function keptChecks(adminUrl: string | undefined, subgraph: string): Promise<KeyCheck[] | undefined> {
  if (!adminUrl || !isDatabaseAddress(adminUrl)) return undefined;
  try {
    return await withClient(onDatabase(adminUrl, databaseIn(adminUrl)), async (client) => {
      const table = `${client.escapeIdentifier(subgraph)}.key_check`;
      const { rows: found } = await client.query("select to_regclass($1) is not null as there", [table]);
      if (!found[0]?.there) return undefined;
      const { rows } = await client.query<KeyCheck>(`select ring, key_id as "keyId", sealed from ${table}`);
      return rows;
    });
  } catch (error) {
    if (error instanceof UserError) return undefined;
    throw error;
  }
}
