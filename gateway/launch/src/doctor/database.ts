import { settingsOff } from "../data/durability.js";
import { findBinaries } from "../postgres/binaries.js";
import { withClient } from "../postgres/prepare-database.js";
import { UserError } from "../user-error.js";
import { type Finding, fine, problem, remark } from "./finding.js";

const oldestMajor = 17;
/** Signed requests are believed for thirty seconds; clocks further apart refuse one another. */
const largestClockSkewMs = 5_000;

/** Looks at the given server, or at the embedded programs when none is given. */
export async function lookAtDatabase(adminUrl: string | undefined): Promise<Finding[]> {
  try {
    return adminUrl ? await lookAtServer(adminUrl) : [await lookAtPrograms()];
  } catch (error) {
    if (error instanceof UserError) return [problem("PostgreSQL", error.what, error.remedy)];
    throw error;
  }
}

async function lookAtPrograms(): Promise<Finding> {
  const { postgres, uid } = await findBinaries();
  return fine(
    "PostgreSQL",
    `${postgres}${uid === undefined ? "" : `, run as user ${uid} because root may not`}`,
  );
}

async function lookAtServer(adminUrl: string): Promise<Finding[]> {
  const [facts, off] = await Promise.all([factsOf(adminUrl), settingsOff(adminUrl)]);
  return [version(facts), rights(facts), durability(off), clock(facts)];
}

interface ServerFacts {
  version: number;
  mayMake: boolean;
  now: Date;
}

async function factsOf(adminUrl: string): Promise<ServerFacts> {
  const question = `select current_setting('server_version_num')::int as version, clock_timestamp() as now,
    rolsuper or (rolcreaterole and rolcreatedb) as "mayMake" from pg_roles where rolname = current_user`;
  const { rows } = await withClient(adminUrl, (client) => client.query<ServerFacts>(question));
  return rows[0] as ServerFacts;
}

function version({ version: number }: ServerFacts): Finding {
  const major = Math.floor(number / 10_000);
  if (major >= oldestMajor) return fine("PostgreSQL", `version ${major}`);
  return problem(
    "PostgreSQL",
    `version ${major}`,
    `Use ${oldestMajor} or newer: transaction_timeout came with it.`,
  );
}

function rights({ mayMake }: ServerFacts): Finding {
  if (mayMake) return fine("PostgreSQL rights", "may make databases and roles");
  return problem("PostgreSQL rights", "may not make databases and roles", "alter role … createdb createrole");
}

function durability(off: readonly string[]): Finding {
  if (off.length === 0) return fine("Durability", "fsync, full_page_writes, synchronous_commit are on");
  return problem(
    "Durability",
    `${off.join(", ")} off: acknowledged payments can be lost`,
    "Switch them on; start refuses this server.",
  );
}

function clock({ now }: ServerFacts): Finding {
  const skewMs = Math.abs(now.getTime() - Date.now());
  if (skewMs <= largestClockSkewMs) return fine("Clock", "agrees with the server's");
  return remark(
    "Clock",
    `${Math.round(skewMs / 1000)} s apart from the server's`,
    "Let both machines follow a time server.",
  );
}
