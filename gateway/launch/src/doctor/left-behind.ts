import { existsSync } from "node:fs";
import { join } from "node:path";
import type { DataFolder } from "../data/folder.js";
import { placeOfCluster } from "../data/folder.js";
import { hasKeys } from "../data/keys.js";
import { type LockContent, lives, readLock } from "../data/lock.js";
import { orphanOf } from "../postgres/orphan.js";
import type { LaunchSettings } from "../settings.js";
import { type Finding, fine, problem, remark } from "./finding.js";

/** The graph that runs from this folder now, if one does. */
export function runningGraph(folder: DataFolder): LockContent | undefined {
  const lock = readLock(folder.lock);
  return lock && lives(lock.launcher) ? lock : undefined;
}

export function lookAtLeftovers(folder: DataFolder, mode: LaunchSettings["mode"]): Finding[] {
  return [lockFinding(folder), keysFinding(folder, mode), ...orphanFinding(folder)];
}

function lockFinding(folder: DataFolder): Finding {
  const lock = readLock(folder.lock);
  if (!lock) return fine("Lock", "free");
  if (lives(lock.launcher))
    return fine("Lock", `held by the graph at ${lock.url} (process ${lock.launcher.pid})`);
  const left = lock.services.filter(lives).map(({ name, pid }) => `${name} (${pid})`);
  const says =
    left.length > 0 ? `left by a killed launcher, with ${left.join(", ")}` : "left by a killed launcher";
  return remark("Lock", says, "The next npm start clears it.");
}

/** The demo's keys, or in production the passwords of the databases: a city's keys are looked at with the configuration. */
function keysFinding(folder: DataFolder, mode: LaunchSettings["mode"]): Finding {
  const about = mode === "demo" ? "Keys" : "Passwords";
  const hasData = existsSync(join(placeOfCluster(folder), "PG_VERSION"));
  if (hasKeys(folder.keys)) return fine(about, folder.keys);
  if (!hasData) return fine(about, "none yet; the first start makes them");
  return problem(
    about,
    `there is data in ${folder.postgres}, but its ${about.toLowerCase()} are missing`,
    `Put them back into ${folder.keys}; or remove ${folder.path} to begin anew.`,
  );
}

function orphanFinding(folder: DataFolder): Finding[] {
  const pid = runningGraph(folder)
    ? undefined
    : existsSync(folder.postgres) && orphanOf(placeOfCluster(folder));
  return pid
    ? [remark("PostgreSQL", `runs without its launcher (process ${pid})`, "The next npm start stops it.")]
    : [];
}
