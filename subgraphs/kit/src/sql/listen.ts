import { setTimeout as delay } from "node:timers/promises";
import pg from "pg";
import { limits } from "./connection-limits.js";

/** Stops listening; resolves when nothing will be called any more. */
export interface Listening {
  stop(): Promise<void>;
}

const shortestPauseMs = 50;
const longestPauseMs = 1_000;

/**
 * LISTENs on a connection of its own, which it makes anew when it breaks. `channel` is null after each (re)connection:
 * something may have been missed on any of them.
 */
export function listenToChannels(
  url: string,
  channels: readonly string[],
  onWake: (channel: string | null) => void,
): Listening {
  const stopping = new AbortController();
  const stopped = new Promise<void>((resolve) => {
    stopping.signal.addEventListener("abort", () => resolve());
  });

  async function connected(): Promise<void> {
    const client = new pg.Client({ connectionString: url, ...limits });
    const ended = new Promise<void>((resolve) => {
      client.on("error", () => resolve()).on("end", () => resolve());
    });
    client.on("notification", ({ channel }) => onWake(channel));
    await client.connect();
    try {
      for (const channel of channels) await client.query(`listen ${channel}`);
      onWake(null);
      await Promise.race([ended, stopped]);
    } finally {
      await client.end();
    }
  }

  async function listen(): Promise<void> {
    let pauseMs = shortestPauseMs;
    while (!stopping.signal.aborted) {
      const since = Date.now();
      await connected().catch(() => undefined);
      if (Date.now() - since > longestPauseMs) pauseMs = shortestPauseMs;
      await delay(pauseMs, undefined, { signal: stopping.signal }).catch(() => undefined);
      pauseMs = Math.min(pauseMs * 2, longestPauseMs);
    }
  }

  const listening = listen();
  return {
    async stop() {
      stopping.abort();
      await listening;
    },
  };
}
