import { isDatabaseAddress } from "../data/database-addresses.js";
import { settingsOff } from "../data/durability.js";
import { findBinaries } from "../postgres/binaries.js";
import { withClient } from "../postgres/prepare-database.js";
import { UserError } from "../user-error.js";
import { type Finding, fine, ofStart, problem, remark } from "./finding.js";
import { asItIs, sentence } from "./words.js";

const oldestMajor = 17;
/** Signed requests are believed for thirty seconds; clocks further apart refuse one another. */
const largestClockSkewMs = 5_000;

/** Looks at the given server, or at the embedded programs when none is given. */
export async function lookAtDatabase(adminUrl: string | undefined): Promise<Finding[]> {
  try {
    // A wrong address is reported with the configuration.
    if (adminUrl) return isDatabaseAddress(adminUrl) ? await lookAtServer(adminUrl) : [];
    return [await lookAtPrograms()];
  } catch (error) {
    if (error instanceof UserError) return [ofStart("trouble", "postgres", error)];
    throw error;
  }
}

async function lookAtPrograms(): Promise<Finding> {
  const { postgres, uid } = await findBinaries();
  return fine(
    "postgres",
    uid === undefined ? asItIs(postgres) : sentence("runAs", { program: postgres, uid }),
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
  if (major >= oldestMajor) return fine("postgres", sentence("version", { major }));
  return problem("postgres", sentence("version", { major }), sentence("useNewer", { oldest: oldestMajor }));
}

function rights({ mayMake }: ServerFacts): Finding {
  if (mayMake) return fine("postgresRights", sentence("mayMake"));
  return problem("postgresRights", sentence("mayNotMake"), sentence("grantRights"));
}

function durability(off: readonly string[]): Finding {
  if (off.length === 0) return fine("durability", sentence("durable"));
  return problem("durability", sentence("notDurable", { settings: off.join(", ") }), sentence("switchOn"));
}

function clock({ now }: ServerFacts): Finding {
  const skewMs = Math.abs(now.getTime() - Date.now());
  if (skewMs <= largestClockSkewMs) return fine("clock", sentence("clockAgrees"));
  return remark(
    "clock",
    sentence("clockApart", { seconds: Math.round(skewMs / 1000) }),
    sentence("followTime"),
  );
}
