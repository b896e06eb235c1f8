import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PostgresBus } from "@campus-graph/kit/events/postgres-bus";
import { startLeaseHeartbeat } from "@campus-graph/kit/revocation/lease-heartbeat";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createDatabase } from "../../../test/harness/postgres.js";
import { takeInstance } from "../viewer/bus/instance.js";

const type = "binding.BindingRevoked";

describe.skipIf(!existsSync("/proc/sys/kernel/random/boot_id"))("a gateway's instance", () => {
  let folder: string;
  const processes: ChildProcess[] = [];

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "campus-instance-"));
  });
  afterEach(() => {
    for (const child of processes.splice(0)) child.kill("SIGKILL");
    rmSync(folder, { recursive: true, force: true });
  });

  /** A process that takes the folder's instance and lives until it is killed. */
  async function holder(): Promise<{ name: string; kill(): Promise<void> }> {
    const module = new URL("../viewer/bus/instance.ts", import.meta.url);
    const code = `import { takeInstance } from ${JSON.stringify(module.href)};
      process.stdout.write(takeInstance(${JSON.stringify(folder)}).name); setInterval(() => {}, 1e6);`;
    const child = spawn(process.execPath, ["--input-type=module", "-e", code], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    processes.push(child);
    const [name] = await once(child.stdout!, "data");
    return {
      name: String(name),
      async kill() {
        child.kill("SIGKILL");
        await once(child, "exit");
      },
    };
  }

  it("goes to the next process of the same folder after kill -9", async () => {
    const before = await holder();
    await before.kill();
    const after = takeInstance(folder);
    expect(after.name).toBe(before.name);
    after.release();
  });

  it("is nobody else's while its process lives, though the other has the same folder", async () => {
    const { name } = await holder();
    expect(takeInstance(folder).name).not.toBe(name);
  });

  it("is another's in a copy of the folder, as on two hosts with equal addresses", () => {
    const first = takeInstance(folder);
    const copy = `${folder}-copy`;
    cpSync(folder, copy, { recursive: true });
    const second = takeInstance(copy);
    expect(second.name).not.toBe(first.name);
    first.release();
    second.release();
    rmSync(copy, { recursive: true, force: true });
  });

  it("is a new one each time without a folder", () => {
    expect(takeInstance(null).name).not.toBe(takeInstance(null).name);
  });

  it("is not waited for once its successor receives the bus, but only that one is its successor", async () => {
    await using database = await createDatabase();
    const bus = new PostgresBus(database.urls.bus);
    await bus.prepare();
    const killed = takeInstance(folder).name;
    // It joined and was killed: nothing took it off the list.
    await bus.join(killed, [type]);
    const id = crypto.randomUUID();
    const event = {
      source: "binding",
      epoch: 1,
      position: 1,
      id,
      type,
      key: id,
      payload: { subjectId: "s" },
    };
    await bus.publish([{ ...event, occurredAt: new Date() }]);
    const receives = async (participant: string): Promise<readonly string[] | null> => {
      const received = Promise.withResolvers<void>();
      const acknowledged = Promise.withResolvers<void>();
      let rounds = 0;
      const leaseHeartbeat = startLeaseHeartbeat(database.urls.bus, {
        participant,
        leaseMs: 60_000,
        onOpen(open) {
          received.resolve();
          // The round after the first begins once the first has acknowledged.
          if (++rounds === 2) acknowledged.resolve();
          return open;
        },
      });
      await received.promise;
      await acknowledged.promise;
      const missing = await bus.missing(id);
      await leaseHeartbeat.stop();
      return missing;
    };
    expect(await receives("gateway of another host")).toEqual([killed]);
    expect(await receives(killed)).toEqual([]);
    await bus.close();
  });
});
