import { once } from "node:events";
import { explain } from "./explain.js";
import { launch } from "./launch.js";
import { showProgress } from "./progress.js";
import { checkoutFolder } from "./settings.js";
import { welcome } from "./welcome.js";

/** `npm start`: launches the graph, prints how to use it, and runs until a signal stops it. */
async function start(root: string): Promise<void> {
  const startedAt = Number(process.env.CAMPUS_STARTED_AT ?? Date.now());
  const progress = showProgress(process.stdout);
  const stop = stopOnSignal(() => progress.print("Stopping …"));
  let wasUp = false;
  {
    await using stack = new AsyncDisposableStack();
    try {
      const launched = await launch(root, process.env, progress, stack, stop);
      wasUp = true;
      progress.print(welcome({ ...launched, tookMs: Date.now() - startedAt }));
      if (!stop.aborted) await once(stop, "abort");
    } catch (error) {
      if (!stop.aborted) {
        process.exitCode = 1;
        progress.print(`\n${explain(error)}`);
      }
    }
  }
  if (stop.aborted)
    progress.print(wasUp ? "Stopped. The data stays for the next start." : "Stopped before it was up.");
}

/** Ctrl-C arrives several times (from the terminal, from npm, from the first process); the first one counts. */
function stopOnSignal(onFirst: () => void): AbortSignal {
  const controller = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.on(signal, () => {
      if (controller.signal.aborted) return;
      onFirst();
      controller.abort();
    });
  }
  return controller.signal;
}

// Another checkout's graph may be named; tests start small ones.
await start(process.argv[2] ?? checkoutFolder());
process.exit();
