import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { codeWords as codeCatalogue } from "../../../clients/parent-app/src/words/code.js";
import { deletionWords as catalogue } from "../../../clients/parent-app/src/words/deletion.js";
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

async function newestMailTo(address: string): Promise<string> {
  await graph.settle();
  const answer = await fetch(`${graph.mailbox.url}/mail.json?to=${address}`);
  return ((await answer.json()) as { text: string }[])[0]!.text;
}

it.each([
  ["zh-TW", demoPeople.newcomer.email],
  ["en", demoPeople.coguardian.email],
] as const)(
  "ends an account of whoever has read what that means and shows that it is they, and brings it back, in %s",
  async (language, email) => {
    const [words, code] = [catalogue[language], codeCatalogue[language]];
    await using visitor = await Visitor.arrive(chromium, graph.publicUrl, { ...telephone, language });
    const { page } = visitor;
    await visitor.signIn(email, demoPassword);
    await page.goto("/parent/me");
    await page.getByRole("link", { name: words.title, exact: true }).click();
    await visitor.sees(words.title);
    await page.getByText(words.missing).waitFor();
    await visitor.looksAt("me-delete");
    await page.getByRole("checkbox", { name: words.understood }).check();
    await page.getByRole("button", { name: words.delete }).click();
    await page.getByText(words.prove).waitFor();
    await page.getByRole("button", { name: code.get, exact: true }).click();
    await page.getByRole("textbox", { name: code.code }).waitFor();
    await visitor.looksAt("me-delete-code");
    const [typed = ""] = /^[2-9A-HJKMNP-Z]{8}$/m.exec(await newestMailTo(email)) ?? [];
    await page.getByRole("textbox", { name: code.code }).fill(typed);
    await page.getByRole("button", { name: code.confirm, exact: true }).click();
    await page.getByText(words.closed).waitFor();
    await visitor.looksAt("me-delete-closed");
    expect(visitor.complaints).toEqual([]);
    const [link = ""] = /\/sso\/restore\?link=[\w-]+/.exec(await newestMailTo(email)) ?? [];
    await page.goto(link);
    await visitor.looksAt("sso-restore");
    await page.locator("form[data-step=restore] button").click();
    await page.locator("form").waitFor({ state: "detached" });
    await visitor.signIn(email, demoPassword);
    await page.goto("/parent/me");
    await page.getByText(email, { exact: true }).waitFor();
  },
);
