import { demoPeople } from "@campus-graph/schema/demo-city";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildApps } from "../../../gateway/launch/src/build-apps.mjs";
import { demoPassword, type Graph, startGraph } from "../../harness/graph.js";
import { startChromium } from "../chromium.js";
import { type Device, desk, parentApp, schoolConsole, Visitor } from "../parent-app/visitor.js";
import { consoleWords } from "./console-words.js";

const { guardian, support } = demoPeople;

describe("support", () => {
  let graph: Graph;
  let chromium: Browser;
  beforeAll(async () => {
    await buildApps();
    graph = await startGraph({ demoCity: true });
    chromium = await startChromium();
  });
  afterAll(async () => {
    await chromium?.close();
    await graph?.[Symbol.asyncDispose]();
  });

  it.each<Device>([
    { ...desk, language: "zh-TW" },
    { width: 768, height: 1024, language: "en", isDark: true },
  ])(
    "looks up what became of somebody's by the number that they read out, and sees nothing of them, on %o",
    async (device) => {
      const { support: words, it: ofAccounts } = consoleWords(device.language);
      await using owner = await Visitor.arrive(chromium, graph.publicUrl, device, parentApp);
      await owner.signIn(guardian.email, demoPassword);
      await owner.page.goto("/parent/me");
      const number = await owner.page.locator("dd.support-number").textContent();

      await using visitor = await Visitor.arrive(chromium, graph.publicUrl, device, schoolConsole);
      await visitor.signIn(support.email, demoPassword);
      await visitor.sees(words.title);
      const { page } = visitor;
      await page.getByRole("button", { name: words.find }).click();
      await page.getByText(words.missing).waitFor();
      await page.getByLabel(words.number).fill(` ${number?.toUpperCase()} `);
      await page.keyboard.press("Enter");
      const card = page.getByRole("article");
      await card.getByText(words.statuses.BOUND).first().waitFor();
      await card.getByText(ofAccounts.accounts.states.ACTIVE).waitFor();
      await visitor.looksAt("support-case");
      const shown = await page.locator("main").textContent();
      for (const word of [guardian.name, guardian.email, guardian.mobile, guardian.nationalId])
        expect(shown).not.toContain(word);
      await page.getByLabel(words.number).fill("0195d000-0000-7000-8000-0000000000aa");
      await page.keyboard.press("Enter");
      await page.getByText(words.none).waitFor();
      await visitor.looksAt("support-none");
      expect(visitor.complaints).toEqual([]);
    },
  );
});
