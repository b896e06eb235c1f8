import { readFileSync } from "node:fs";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { codeWords as codeCatalogue } from "../../../clients/parent-app/src/words/code.js";
import { dataWords as dataCatalogue } from "../../../clients/parent-app/src/words/data.js";
import { buildApps } from "../../../gateway/launch/src/build-apps.mjs";
import { demoPeople } from "../../../schema/demo-city/index.js";
import { demoPassword, type Graph, startGraph } from "../../harness/graph.js";
import { startChromium } from "../chromium.js";
import { telephone, Visitor } from "./visitor.js";

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

async function codeMailedTo(address: string): Promise<string> {
  await graph.settle();
  const mails = (await (await fetch(`${graph.mailbox.url}/mail.json?to=${address}`)).json()) as {
    text: string;
  }[];
  return mails.flatMap(({ text }) => /^[2-9A-HJKMNP-Z]{8}$/m.exec(text)?.[0] ?? [])[0]!;
}

it.each([
  ["zh-TW", demoPeople.guardian],
  ["en", demoPeople.coguardian],
] as const)(
  "gives a guardian what is kept about them, once they have shown that it is they, in %s",
  async (language, { email, name }) => {
    const [words, code] = [dataCatalogue[language], codeCatalogue[language]];
    await using visitor = await Visitor.arrive(chromium, graph.publicUrl, { ...telephone, language });
    const { page } = visitor;
    await visitor.signIn(email, demoPassword);
    await page.goto("/parent/me");
    await page.getByRole("link", { name: words.title, exact: true }).click();
    await visitor.sees(words.title);
    await visitor.looksAt("me-data-none");
    await page.getByRole("button", { name: words.ask }).click();
    await graph.settle();
    await page.getByRole("button", { name: words.fetch }).waitFor();
    await visitor.looksAt("me-data-ready");
    await page.getByRole("button", { name: words.fetch }).click();
    await page.getByText(words.prove).waitFor();
    await page.getByRole("button", { name: code.get, exact: true }).click();
    await page.getByRole("textbox", { name: code.code }).waitFor();
    await visitor.looksAt("me-data-code");
    await page.getByRole("textbox", { name: code.code }).fill(await codeMailedTo(email));
    await page.getByRole("button", { name: code.confirm, exact: true }).click();
    await page.getByText(words.links).waitFor();
    await visitor.looksAt("me-data-links");
    const [file] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("link", { name: words.json }).click(),
    ]);
    const given = JSON.parse(readFileSync(await file.path(), "utf8"));
    expect(given.identity.account).toMatchObject({ name, email });
    await page.getByRole("link", { name: words.json }).waitFor({ state: "detached" });
    // Asked for again within the day, it says when.
    await page.getByRole("button", { name: words.ask }).click();
    await page.locator('[data-code="DATA_ALREADY_REQUESTED"]').waitFor();
    expect(visitor.complaints).toEqual([]);
  },
);
