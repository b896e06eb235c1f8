import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync } from "node:fs";
import { chown, mkdir, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { userErrorsOf } from "../user-error.js";
import { type PostgresBinaries, serverEnvironment } from "./binaries.js";
import { words } from "./words.js";

const userError = userErrorsOf(words);

/** The one PostgreSQL version that the packages bring. */
const major = "18";
export const adminRole = "campus_admin";

export interface ClusterOptions {
  /** The data folder; its parent exists and the server's user may enter it. */
  folder: string;
  /** The administrator's password, known to the cluster from its making. */
  password: string;
  /** False only for clusters that are thrown away: their first files need not reach the disk. */
  durable: boolean;
}

/** Makes the cluster where there is none yet; a half-made one is never left under the final name. */
export async function ensureCluster(binaries: PostgresBinaries, options: ClusterOptions): Promise<void> {
  const versionFile = join(options.folder, "PG_VERSION");
  if (existsSync(versionFile)) {
    const found = readFileSync(versionFile, "utf8").trim();
    if (found === major) return;
    throw userError("otherVersion", { folder: options.folder, found, major });
  }
  const draft = `${options.folder}.new-${process.pid}`;
  const passwordFile = `${draft}.password`;
  await rm(draft, { recursive: true, force: true });
  await mkdir(draft, { mode: 0o700 });
  try {
    await writeFile(passwordFile, `${options.password}\n`, { mode: 0o600 });
    if (binaries.uid !== undefined) {
      await chown(draft, binaries.uid, binaries.uid);
      await chown(passwordFile, binaries.uid, binaries.uid);
    }
    await initdb(binaries, draft, passwordFile, options.durable);
    await rm(options.folder, { recursive: true, force: true });
    await rename(draft, options.folder);
  } finally {
    await rm(passwordFile, { force: true });
    await rm(draft, { recursive: true, force: true });
  }
}

async function initdb(
  binaries: PostgresBinaries,
  folder: string,
  passwordFile: string,
  durable: boolean,
): Promise<void> {
  const child = spawn(
    binaries.initdb,
    [
      ...["-D", folder, "-U", adminRole, "-A", "scram-sha-256", `--pwfile=${passwordFile}`, "-E", "UTF8"],
      ...["--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"],
      ...(durable ? [] : ["--no-sync"]),
    ],
    {
      cwd: "/",
      env: serverEnvironment,
      stdio: ["ignore", "ignore", "pipe"],
      ...(binaries.uid === undefined ? {} : { uid: binaries.uid, gid: binaries.uid }),
    },
  );
  let complaint = "";
  child.stderr.on("data", (chunk) => {
    complaint += chunk;
  });
  const [code] = await once(child, "close");
  if (code === 0) return;
  if (complaint.includes("could not look up effective user ID"))
    throw userError("userWithoutName", { uid: process.getuid?.() ?? "" });
  throw userError("folderNotMade", { folder, fault: complaint.trim() });
}
