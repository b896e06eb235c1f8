import { randomBytes } from "node:crypto";
import {
  accessSync,
  constants,
  existsSync,
  lstatSync,
  mkdirSync,
  readlinkSync,
  rmSync,
  statSync,
  symlinkSync,
} from "node:fs";
import { dirname, join, resolve } from "node:path";
import { userErrorsOf } from "../user-error.js";
import { words } from "./words.js";

const userError = userErrorsOf(words);

/** Where a start keeps what must outlive it: database, keys, composed supergraph, mail, wallet. */
export interface DataFolder {
  path: string;
  keys: string;
  mail: string;
  lock: string;
  supergraph: string;
  compileCache: string;
  /** What the demo's partner keeps. */
  wallet: string;
  /** PostgreSQL's own folder: inside `path`, or elsewhere when its user may not enter here. */
  postgres: string;
}

/** A place of the system for servers' data, open to every user; used when the checkout is not. */
const systemPlace = "/var/lib/campus-graph";

export function dataFolderAt(root: string, given: string | undefined): DataFolder {
  const path = resolve(given ?? join(root, ".campus"));
  return {
    path,
    keys: join(path, "keys"),
    mail: join(path, "mail"),
    lock: join(path, "lock.json"),
    supergraph: join(path, "supergraph.graphql"),
    compileCache: join(path, "compile-cache"),
    wallet: join(path, "wallet.sqlite"),
    postgres: join(path, "postgres"),
  };
}

export function makeDataFolder({ path, keys, mail }: DataFolder): void {
  try {
    // PostgreSQL's user must be able to come through to its own folder; the keys are nobody else's.
    mkdirSync(path, { recursive: true, mode: 0o755 });
    mkdirSync(keys, { recursive: true, mode: 0o700 });
    mkdirSync(mail, { recursive: true });
    for (const folder of [path, keys, mail]) accessSync(folder, constants.W_OK | constants.X_OK);
  } catch (error) {
    const owner = statSync(path, { throwIfNoEntry: false })?.uid;
    const self = process.getuid?.() ?? 0;
    if (owner !== undefined && owner !== self && self !== 0)
      throw userError("folderOfOther", { path, owner, self });
    throw userError("folderUnusable", { path, fault: (error as Error).message });
  }
}

/**
 * The real place of PostgreSQL's data. Root cannot run the server, so another user does, who must be able to enter
 * every folder above the data. Under a closed folder the data lies in the system's place, and a link here says where.
 */
export function placeOfCluster(folder: DataFolder): string {
  const link = folder.postgres;
  if (lstatSync(link, { throwIfNoEntry: false })?.isSymbolicLink()) return readlinkSync(link);
  return link;
}

/** The same, decided now if this is the first start. */
export function choosePlaceOfCluster(folder: DataFolder): string {
  const place = placeOfCluster(folder);
  if (existsSync(place) || process.getuid?.() !== 0 || isOpenToAll(folder.path)) return assertOwn(place);
  const elsewhere = join(systemPlace, randomBytes(6).toString("hex"), "postgres");
  mkdirSync(dirname(elsewhere), { recursive: true, mode: 0o755 });
  rmSync(folder.postgres, { force: true });
  symlinkSync(elsewhere, folder.postgres);
  return elsewhere;
}

export function isOpenToAll(path: string): boolean {
  for (let folder = path; ; folder = dirname(folder)) {
    if ((statSync(folder).mode & 0o001) === 0) return false;
    if (folder === dirname(folder)) return true;
  }
}

function assertOwn(path: string): string {
  const owner = statSync(path, { throwIfNoEntry: false })?.uid;
  const self = process.getuid?.();
  if (owner === undefined || self === 0 || self === undefined || owner === self) return path;
  throw userError("folderOfOther", { path, owner, self });
}
