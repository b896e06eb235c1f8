import type { PostgresServer } from "../postgres/server.js";
import { startOwnServer } from "./databases.js";
import type { DataFolder } from "./folder.js";
import type { GeneratedKeys } from "./keys.js";
import type { DataLock } from "./lock.js";

interface Keeping {
  folder: DataFolder;
  keys: GeneratedKeys;
  lock: DataLock;
  stack: AsyncDisposableStack;
  print(line: string): void;
}

const pauseMs = 500;

/** Keeps our own server up: should it end, it is started again over the same data, on the same port. */
export function keepServer(first: PostgresServer, { folder, keys, lock, stack, print }: Keeping): void {
  let server = first;
  let stopping = false;
  let restarting: Promise<void> | undefined;

  const watch = () => {
    lock.note("postgres", server.pid);
    server.exited.then(() => {
      if (!stopping) restarting = restart();
    });
  };
  const restart = async (): Promise<void> => {
    print("[postgres] ended; starting it again.");
    while (!stopping) {
      try {
        server = await startOwnServer(folder, keys, first.port);
        watch();
        return;
      } catch (error) {
        print(`[postgres] ${(error as Error).message}`);
        await new Promise((resolve) => setTimeout(resolve, pauseMs));
      }
    }
  };
  watch();
  stack.defer(async () => {
    stopping = true;
    await restarting;
    await server.stop();
  });
}
