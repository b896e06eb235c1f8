import { createHash, randomUUID } from "node:crypto";
import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";

/** Who this process is among the gateways whose acknowledgement revocations wait for. */
export interface Instance {
  name: string;
  /** Lets a successor take the name; the end of the process does so too, however it ends. */
  release(): void;
}

/**
 * The instance that `folder` stands for. Whoever takes it has the name of the one before, which is surely gone: the
 * operating system holds the lock on the folder's file for as long as its process lives, kill -9 included. So after
 * such an end revocations need not wait until the dead gateway's lease is over.
 *
 * A new, unique name where no folder is given, another process holds it, or the system does not say which
 * boot this is. The name is made of the boot, the file's place on its disk and an id in it: two hosts that share an
 * address, or a folder that was copied to another host, are two instances.
 */
export function takeInstance(folder: string | null): Instance {
  return (folder === null ? null : lockInstance(join(folder, "gateway-instance"))) ?? newInstance();
}

function newInstance(): Instance {
  return { name: `gateway ${randomUUID()}`, release: () => undefined };
}

function lockInstance(file: string): Instance | null {
  const boot = bootId();
  if (boot === null) return null;
  const database = new DatabaseSync(file);
  try {
    // SQLite keeps such a lock from the first writing on, until the file is closed or the process ends.
    database.exec("pragma locking_mode = exclusive; begin exclusive");
    database.exec("create table if not exists instance (id text not null)");
    const known = database.prepare("select id from instance").get();
    const id = typeof known?.id === "string" ? known.id : randomUUID();
    if (!known) database.prepare("insert into instance values (?)").run(id);
    database.exec("commit");
    const { dev, ino } = statSync(file, { bigint: true });
    const digest = createHash("sha256").update(`${boot} ${dev} ${ino} ${id}`).digest("hex");
    return { name: `gateway ${digest.slice(0, 32)}`, release: () => database.close() };
  } catch (error) {
    database.close();
    if (isHeldByAnother(error)) return null;
    throw error;
  }
}

const sqliteBusy = 5;

function isHeldByAnother(error: unknown): boolean {
  return (error as { errcode?: number }).errcode === sqliteBusy;
}

/** A number that the Linux kernel draws at each boot; null on systems without one. */
function bootId(): string | null {
  try {
    return readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();
  } catch {
    return null;
  }
}
