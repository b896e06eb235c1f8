import { describe, expect, it } from "vitest";
import { pause } from "../subscriptions/pause.js";

const longMs = 60_000;

describe("a pause", () => {
  it("ends when its signal fires", async () => {
    const left = new AbortController();
    const paused = pause(longMs, left.signal);
    left.abort();
    await expect(paused).resolves.toBeUndefined();
  });

  it("is none when its signal fired before", async () => {
    await expect(pause(longMs, AbortSignal.abort())).resolves.toBeUndefined();
  }, 2_000);
});
