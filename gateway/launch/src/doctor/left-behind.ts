import { existsSync } from "node:fs";
import { join } from "node:path";
import type { DataFolder } from "../data/folder.js";
import { placeOfCluster } from "../data/folder.js";
import { hasKeys } from "../data/keys.js";
import { type LockContent, lives, readLock } from "../data/lock.js";
import { orphanOf } from "../postgres/orphan.js";
import type { LaunchSettings } from "../settings.js";
import { type Finding, fine, problem, remark } from "./finding.js";
import { asItIs, sentence } from "./words.js";

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
  if (!lock) return fine("lock", sentence("lockFree"));
  if (lives(lock.launcher))
    return fine("lock", sentence("lockHeld", { url: lock.url, pid: lock.launcher.pid }));
  const left = lock.services.filter(lives).map(({ name, pid }) => `${name} (${pid})`);
  const message =
    left.length > 0 ? sentence("lockLeftWith", { services: left.join(", ") }) : sentence("lockLeft");
  return remark("lock", message, sentence("nextStartClears"));
}

/** The demo's keys, or in production the passwords of the databases: a city's keys are looked at with the configuration. */
function keysFinding(folder: DataFolder, mode: LaunchSettings["mode"]): Finding {
  const about = mode === "demo" ? "keys" : "passwords";
  const hasData = existsSync(join(placeOfCluster(folder), "PG_VERSION"));
  if (hasKeys(folder.keys)) return fine(about, asItIs(folder.keys));
  if (!hasData) return fine(about, sentence("noneYet"));
  return problem(
    about,
    sentence(`${about}Lost`, { postgres: folder.postgres }),
    sentence("putBack", { keys: folder.keys, folder: folder.path }),
  );
}

function orphanFinding(folder: DataFolder): Finding[] {
  const pid = runningGraph(folder)
    ? undefined
    : existsSync(folder.postgres) && orphanOf(placeOfCluster(folder));
  return pid ? [remark("postgres", sentence("orphan", { pid }), sentence("nextStartStops"))] : [];
}
