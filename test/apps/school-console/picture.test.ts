import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { buildApps } from "../../../gateway/launch/src/build-apps.mjs";
import { demoPassword, type Graph, startGraph } from "../../harness/graph.js";
import { startChromium } from "../chromium.js";
import { pictureFile, schoolConsole, Visitor } from "../parent-app/visitor.js";
import { consoleWords } from "./console-words.js";

const { review } = consoleWords("zh-TW");

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

/** What the README shows: `clients/school-console/picture.png` is a copy of what this leaves. */
it("is shown by one picture: the teacher's grid, with a request that is being returned", async () => {
  const device = { width: 1200, height: 720, language: "zh-TW" } as const;
  await using teacher = await Visitor.arrive(chromium, graph.publicUrl, device, schoolConsole);
  await teacher.signIn("teacher@campus.example", demoPassword);
  const { page } = teacher;
  const glance = page.getByRole("group", { name: review.glance.label });
  await glance.getByRole("button", { name: review.glance.waiting }).click();
  await page.getByRole("button", { name: review.return, exact: true }).last().click();
  await page.getByLabel(review.reason).waitFor();
  const picture = await page.screenshot({ path: pictureFile("school-console.png", schoolConsole) });
  expect(picture.length).toBeGreaterThan(20_000);
});
