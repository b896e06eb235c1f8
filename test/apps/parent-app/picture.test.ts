import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { buildApps } from "../../../gateway/launch/src/build-apps.mjs";
import { demoPassword, type Graph, startGraph } from "../../harness/graph.js";
import { startChromium } from "../chromium.js";
import { pictureFile, telephone, Visitor } from "./visitor.js";

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

/** What the README shows: `clients/parent-app/picture.png` is a copy of what this leaves. */
it("is shown by one picture: the bills of two children, a bill at the till, where an application stands", async () => {
  const device = { ...telephone, width: 360, height: 720 };
  const screens: string[] = [];
  const take = async ({ page }: Visitor) => screens.push((await page.screenshot()).toString("base64"));
  {
    await using guardian = await Visitor.arrive(chromium, graph.publicUrl, device);
    await guardian.signIn("guardian@campus.example", demoPassword);
    await guardian.page.locator(".bill").first().waitFor();
    await take(guardian);
    await guardian.page.locator(".bill").first().click();
    await guardian.page.getByRole("tab", { name: "ATM" }).click();
    await guardian.page.getByRole("tab", { name: "ATM" }).evaluate((tab) => tab.scrollIntoView());
    await take(guardian);
  }
  await using wu = await Visitor.arrive(chromium, graph.publicUrl, device);
  await wu.signIn("wu@campus.example", demoPassword);
  await wu.page.goto("/parent/applications");
  await wu.page.locator(".seal.pending").waitFor();
  await take(wu);
  const sheet = await chromium.newPage({ viewport: { width: 1200, height: 800 } });
  const images = screens.map((screen) => `<img src="data:image/png;base64,${screen}">`).join("");
  await sheet.setContent(`<style>
    body { display: flex; gap: 30px; margin: 0; padding: 40px 30px; background: #dfe8e2 }
    img { width: 360px; height: 720px; border-radius: 24px; box-shadow: 0 6px 30px #16211b33 }
  </style>${images}`);
  const picture = await sheet.screenshot({ path: pictureFile("parent-app.png") });
  // A machine without Chinese fonts draws less.
  expect(picture.length).toBeGreaterThan(30_000);
});
