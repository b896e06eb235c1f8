import { type Browser, chromium } from "playwright-core";
import { inject } from "vitest";

/**
 * A real Chromium without a window, closed when disposed. Not with the switches that its package recommends: they turn
 * off the same-origin policy, which these tests are about.
 */
export async function startChromium(further: readonly string[] = []): Promise<Browser> {
  const { executablePath, env } = inject("chromium");
  return chromium.launch({
    executablePath,
    env: { ...(process.env as Record<string, string>), ...env },
    args: ["--no-sandbox", "--no-zygote", "--font-render-hinting=none", ...further],
  });
}
