import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { AxeBuilder } from "@axe-core/playwright";
import type { EmailAddress } from "@campus-graph/kit/text/email-address";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { layOutLetter } from "../../subgraphs/identity/src/delivery/lay-out-letter.js";
import { templates } from "../../subgraphs/identity/src/delivery/templates/registry.js";
import { smsParts } from "../../subgraphs/identity/src/sms/sms-text.js";
import { startChromium } from "./chromium.js";

const pictures = fileURLToPath(new URL("../../node_modules/.cache/letters/", import.meta.url));
const student = { "zh-TW": "市立內湖國小的林O佑", en: "林O佑 of 市立內湖國小" };
/** All that any template tells. */
const facts = {
  requestId: "0195d000-0000-7000-8000-00000000dead",
  billId: "0195d000-0000-7000-8000-00000000dead",
  student,
  waiting: 12,
};
const recipient = { subjectId: "somebody", name: "王大明<script>alert(1)</script>" };
const signature = {
  service: { "zh-TW": "臺北市校園單一身分驗證服務", en: "Taipei Campus Single Sign-On" },
  organisation: { "zh-TW": "臺北市政府教育局", en: "Department of Education, Taipei City Government" },
  address: "臺北市信義區市府路1號8樓",
  telephone: "1999（外縣市請撥02-27208889）",
  email: "service@campus.example",
};

let chromium: Browser;
beforeAll(async () => {
  chromium = await startChromium();
});
afterAll(() => chromium?.close());

it.each([...templates])("reads %s on the smallest telephone, in both languages", async (name, template) => {
  const { html, text, subject } = layOutLetter(
    {
      to: "wang@example.com" as EmailAddress,
      recipient,
      content: template.letter(facts, recipient),
      publicUrl: "https://campus.example",
      choicesPath: "/parent/me/messages",
    },
    signature,
  );
  const context = await chromium.newContext({ viewport: { width: 320, height: 640 } });
  const page = await context.newPage();
  await page.setContent(html!);
  mkdirSync(pictures, { recursive: true });
  await page.screenshot({ path: join(pictures, `${name}-320.png`), fullPage: true });
  expect(await page.evaluate<number>("document.documentElement.scrollWidth")).toBeLessThanOrEqual(320);
  expect(await page.locator("script").count()).toBe(0);
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html}`))).toEqual([]);
  // Both parts say the same.
  const lines = text.split("\n").filter((line) => line !== "" && !/^\*\*| \*\*$|https:/.test(line));
  const shown = ((await page.locator("main").textContent()) ?? "").replace(/\s+/g, "");
  for (const line of lines.filter((each) => !each.endsWith("：")))
    expect(shown).toContain(line.replace(/\s+/g, ""));
  expect(subject).not.toMatch(/[\r\n]/);
  if (template.sms) expect(smsParts(template.sms(facts))).toBe(1);
  await context.close();
});
