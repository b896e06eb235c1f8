import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { clearOrphan } from "../../gateway/launch/src/postgres/orphan.js";
import { type PostgresServer, startPostgres } from "../../gateway/launch/src/postgres/server.js";
import { isAlive } from "../../gateway/launch/src/processes.js";

const prefix = "campus-test-postgres-";

export interface ThrowawayServer {
  adminUrl: string;
  [Symbol.asyncDispose](): Promise<void>;
}

/** A server for one test run, in the temp folder, as fast as it gets: it forgets everything if the machine dies. */
export async function startThrowawayPostgres(): Promise<ThrowawayServer> {
  await sweep();
  const { place, folder } = newPlace();
  const server = await startPostgres({
    folder,
    password: "test",
    durable: false,
    settings: ["max_connections=300"],
  });
  return {
    adminUrl: server.adminUrl,
    async [Symbol.asyncDispose]() {
      await server.stop();
      rmSync(place, { recursive: true, force: true });
    },
  };
}

export interface RestartablePostgres {
  adminUrl: string;
  /** Stops cleanly and starts again over the same data, on the same port. */
  restart(): Promise<void>;
  /** kill -9, then starts again over the same data, on the same port. */
  killAndRestart(): Promise<void>;
  stop(): Promise<void>;
  start(): Promise<void>;
  [Symbol.asyncDispose](): Promise<void>;
}

/** A server of its own for a fault test, with fsync on as in real life. Prepare its databases with `prepareDatabase`. */
export async function startRestartablePostgres(
  settings: readonly string[] = [],
): Promise<RestartablePostgres> {
  const { place, folder } = newPlace();
  const options = { folder, password: "test", durable: true, settings };
  let server: PostgresServer = await startPostgres(options);
  const { adminUrl, port } = server;
  const start = async () => {
    server = await startPostgres({ ...options, port });
  };
  const stop = () => server.stop();
  return {
    adminUrl,
    start,
    stop,
    async restart() {
      await stop();
      await start();
    },
    async killAndRestart() {
      await server.kill();
      await start();
    },
    async [Symbol.asyncDispose]() {
      await stop();
      rmSync(place, { recursive: true, force: true });
    },
  };
}

function newPlace(): { place: string; folder: string } {
  const place = join(tmpdir(), `${prefix}${process.pid}-${Math.random().toString(36).slice(2, 8)}`);
  mkdirSync(place, { mode: 0o755 });
  writeFileSync(join(place, "owner"), String(process.pid));
  return { place, folder: join(place, "data") };
}

/** A run that was killed left its server behind: the next run stops it and removes its data. */
async function sweep(): Promise<void> {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(prefix))) {
    const place = join(tmpdir(), name);
    try {
      const owner = Number(readFileSync(join(place, "owner"), "utf8"));
      if (isAlive(owner)) continue;
      await clearOrphan(join(place, "data"));
      rmSync(place, { recursive: true, force: true });
    } catch {
      // Another run is sweeping the same place, or it belongs to another user: not ours to mind.
    }
  }
}
