import type { Keys } from "../auth/keys.js";
import { ConfigurationError } from "./environment.js";
import type { Log } from "./log.js";
import { type Loop, startLoop } from "./loop.js";

/** How soon a service goes on with what its keys file was given: a rotation waits for a few of these. */
const keysRereadEveryMs = 2_000;

/**
 * Looks at the keys file again and again, and goes on with what it holds when that has changed. A file that cannot be read,
 * or that `check` refuses by a {@link ConfigurationError}, is logged once, and the earlier keys stay until it changes
 * again.
 */
export function followKeys(
  keys: Keys,
  log: Log,
  check: (fresh: Keys) => Promise<void> = async () => {},
): Loop {
  let fresh: Keys | undefined;
  let lastFault = "";
  return startLoop({
    netMs: keysRereadEveryMs,
    async round() {
      try {
        fresh = keys.reread() ?? fresh;
        if (!fresh) return 0;
        await check(fresh);
        keys.take(fresh);
        log.info("the keys file has changed: its keys are in use");
      } catch (error) {
        const fault = (error as Error).message;
        if (fault !== lastFault) log.error({ err: error }, "the keys file has changed and cannot be used");
        lastFault = fault;
        // Anything else, such as a database that is away, is tried again.
        if (!(error instanceof ConfigurationError)) return 0;
      }
      fresh = undefined;
      return 0;
    },
    onError: (error) => log.error({ err: error }, "the keys file was not looked at"),
  });
}
