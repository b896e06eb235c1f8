import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { accountWords } from "../../../clients/parent-app/src/words/account.js";
import { buildApps } from "../../../gateway/launch/src/build-apps.mjs";
import { demoPassword, type Graph, startGraph } from "../../harness/graph.js";
import { startChromium } from "../chromium.js";
import { appWords } from "./app-words.js";
import { telephone, Visitor } from "./visitor.js";

const email = "newcomer@campus.example";
const moved = "newcomer-moved@campus.example";
const words = accountWords["zh-TW"];
const { code: codeWords } = appWords("zh-TW");

describe("what a person changes about their sign-in", () => {
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

  const arrive = () => Visitor.arrive(chromium, graph.publicUrl, telephone);
  const mailTo = async (address: string): Promise<string> => {
    await graph.settle();
    const answer = await fetch(`${graph.mailbox.url}/mail.json?to=${address}`);
    return ((await answer.json()) as { text: string }[])[0]!.text;
  };

  it("takes a user name, shows who tried to sign in, changes the address, and undoes that from the former one", async () => {
    await using guest = await arrive();
    await guest.page.goto("/parent/");
    await guest.page.locator("main .main").first().click();
    await Visitor.fillSignIn(guest.page, email, "not the password");
    await guest.page.locator('[data-code="SIGN_IN_WRONG"]').waitFor();

    await using visitor = await arrive();
    await visitor.signIn(email, demoPassword);
    const { page } = visitor;
    await page.goto("/parent/me");
    await visitor.sees("我的");
    await visitor.looksAt("me");
    await page.getByRole("link", { name: words.userName.title }).click();
    await visitor.sees(words.userName.title);
    const name = page.getByLabel(words.userName.name);
    await name.fill("guardian");
    await page.getByRole("button", { name: words.userName.save }).click();
    await page.locator('[data-code="USER_NAME_TAKEN"] .alert').waitFor();
    await visitor.looksAt("me-user-name");
    await name.fill("Ya-Fang");
    await page.getByRole("button", { name: words.userName.save }).click();
    await page.getByText(words.userName.saved("ya-fang")).waitFor();

    await page.goto("/parent/me/sign-ins");
    await visitor.sees(words.signIns.title);
    await page.getByText(words.signIns.failed).first().waitFor();
    expect(await page.locator(".sessions strong").allTextContents()).toEqual([
      words.signIns.succeeded,
      words.signIns.failed,
    ]);
    await visitor.looksAt("me-sign-ins");

    await page.goto("/parent/me/contact");
    await visitor.sees(words.contact.title);
    await page.getByRole("textbox", { name: codeWords.email }).fill(moved);
    await page.getByRole("button", { name: codeWords.get }).click();
    await page.getByRole("textbox", { name: codeWords.code }).waitFor();
    await visitor.looksAt("me-contact");
    const [code = ""] = /^[2-9A-HJKMNP-Z]{8}$/m.exec(await mailTo(moved)) ?? [];
    await page.getByRole("textbox", { name: codeWords.code }).fill(code);
    await page.getByRole("button", { name: codeWords.confirm }).click();
    await page.getByText(words.contact.changed).waitFor();
    await page.getByText(moved).first().waitFor();
    await visitor.looksAt("me-contact-changed");

    const [link = ""] = /\/sso\/undo\?link=[\w-]+/.exec(await mailTo(email)) ?? [];
    await using former = await arrive();
    await former.page.goto(link);
    await former.page.getByRole("button").waitFor();
    await former.looksAt("sso-undo");
    await former.page.getByRole("button").click();
    await former.page.getByRole("heading", { name: "已恢復" }).waitFor();
    await former.looksAt("sso-undone");
    await former.page.goto(link);
    await former.page.locator('[data-code="UNDO_LINK_ENDED"]').waitFor();
    await former.looksAt("sso-link-ended");
    await page.goto("/parent/");
    await visitor.sees("孩子的繳費單，都在這裡");
    expect(visitor.complaints).toEqual([]);
  });
});
