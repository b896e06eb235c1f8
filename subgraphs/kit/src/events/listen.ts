import { setTimeout as delay } from "node:timers/promises";
import pg from "pg";
import type { Listening } from "./bus.js";

const shortestPauseMs = 50;
const longestPauseMs = 1_000;

/** LISTENs on a connection of its own, which it makes anew when it breaks. What was missed meanwhile is one wake-up. */
export function listenToChannels(url: string, channels: readonly string[], onWake: () => void): Listening {
  const stopping = new AbortController();
  let client: pg.Client | null = null;

  async function connected(): Promise<void> {
    const current = new pg.Client({ connectionString: url, keepAlive: true });
    client = current;
    const ended = new Promise<void>((resolve) => {
      current.on("error", () => resolve()).on("end", () => resolve());
    });
    current.on("notification", onWake);
    try {
      await current.connect();
      for (const channel of channels) await current.query(`listen ${channel}`);
      onWake();
      await ended;
    } finally {
      await current.end().catch(() => undefined);
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
      await client?.end().catch(() => undefined);
      await listening;
    },
  };
}
