import { demoPeople, pendingGuardian } from "@campus-graph/schema/demo-city";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { accountWords } from "../../../clients/parent-app/src/words/account.js";
import { buildApps } from "../../../gateway/launch/src/build-apps.mjs";
import { demoPassword, type Graph, startGraph } from "../../harness/graph.js";
import { Page } from "../../harness/page.js";
import { startChromium } from "../chromium.js";
import { appWords } from "./app-words.js";
import { telephone, Visitor } from "./visitor.js";

const { contact: words } = accountWords["zh-TW"];
const { code: codeWords } = appWords("zh-TW");
const { newcomer, teacher } = demoPeople;
const number = "0987654321";
const chosen = "nine paper lanterns";
const codePattern = /(?<![\w])[2-9A-HJKMNP-Z]{8}(?![\w])/;

describe("signing in by a mobile number, and for the first time by a link", () => {
  let graph: Graph;
  let chromium: Browser;
  beforeAll(async () => {
    await buildApps();
    graph = await startGraph({ demoCity: true, initialPassword: "activation-link" });
    chromium = await startChromium();
  });
  afterAll(async () => {
    await chromium?.close();
    await graph?.[Symbol.asyncDispose]();
  });

  const arrive = () => Visitor.arrive(chromium, graph.publicUrl, telephone);
  const sentTo = async (target: string): Promise<string> => {
    await graph.settle();
    const answer = await fetch(`${graph.mailbox.url}/mail.json?to=${target}`);
    return ((await answer.json()) as { text: string }[])[0]!.text;
  };
  /** The city's own sign-in, from the app's first screen. */
  const trySignIn = async ({ page }: Visitor, login: string, password: string) => {
    await page.goto("/parent/");
    await page.locator("main .main").first().click();
    await Visitor.fillSignIn(page, login, password);
  };

  it("takes another mobile number once its own code was shown, and that number signs in from then on alone", async () => {
    await using stranger = await arrive();
    await trySignIn(stranger, number, demoPassword);
    await stranger.page.locator('[data-code="SIGN_IN_WRONG"]').waitFor();

    await using visitor = await arrive();
    await visitor.signIn(newcomer.email, demoPassword);
    const { page } = visitor;
    await page.goto("/parent/me/contact");
    await visitor.sees(words.title);
    await page.getByText(newcomer.mobile).waitFor();
    await page.getByText(codeWords.bySms, { exact: true }).click();
    await page.getByRole("textbox", { name: codeWords.mobile }).fill("0987-654-321");
    await page.getByRole("button", { name: codeWords.get }).click();
    const answer = page.getByRole("textbox", { name: codeWords.code });
    await answer.waitFor();
    await visitor.looksAt("me-mobile");
    // Asked for, and not yet shown: neither changed nor a login.
    await trySignIn(stranger, number, demoPassword);
    await stranger.page.locator('[data-code="SIGN_IN_WRONG"]').waitFor();
    await answer.fill("AAAAAAAA");
    await page.getByRole("button", { name: codeWords.confirm }).click();
    await page.locator('[data-code="CODE_WRONG"] .alert').waitFor();
    const [code = ""] = codePattern.exec(await sentTo(number)) ?? [];
    await answer.fill(code);
    await page.getByRole("button", { name: codeWords.confirm }).click();
    await page.getByText(words.changed).waitFor();
    await page.getByText(number).first().waitFor();
    await visitor.looksAt("me-mobile-changed");
    expect(visitor.complaints).toEqual([]);

    await using again = await arrive();
    await again.signIn(number, demoPassword);
    await again.page.goto("/parent/me");
    await again.sees("我的");
    await using former = await arrive();
    await trySignIn(former, newcomer.mobile, demoPassword);
    await former.page.locator('[data-code="SIGN_IN_WRONG"]').waitFor();
  });

  it("chooses a new password by a text message to that number", async () => {
    await using visitor = await arrive();
    const { page } = visitor;
    await page.goto("/parent/");
    await page.locator("main .main").first().click();
    await page.locator("form[data-step=forgot] button").click();
    await page.fill("#login", number);
    await page.locator("input[name=by][value=SMS]").check();
    await visitor.looksAt("sso-recover-by-sms");
    await page.locator("form[data-step=recover] button").click();
    await page.locator("form[data-step=code]").waitFor();
    await visitor.looksAt("sso-code-by-sms");
    const [code = ""] = codePattern.exec(await sentTo(number)) ?? [];
    await page.fill("#code", code);
    await page.locator("form[data-step=code] button").click();
    await page.fill("#password", chosen);
    await page.locator("form[data-step=new-password] button").click();
    await page.waitForURL("**/parent/**");
    await using again = await arrive();
    await again.signIn(number, chosen);
    expect(visitor.complaints).toEqual([]);
  });

  it("lets an approved guardian in by the mailed link, once, with a password of their own", async () => {
    const desk = new Page(graph);
    await desk.signIn(teacher.email);
    const { myClasses } = await desk.execute<{ myClasses: { id: string }[] }>("{ myClasses { id } }");
    const { classReview } = await desk.execute<{
      classReview: { pending: { id: string; version: number }[] }[];
    }>("query ($id: ID!) { classReview(classId: $id) { pending { id version } } }", { id: myClasses[0]!.id });
    const requests = classReview.flatMap(({ pending }) => pending);
    await desk.execute(
      "mutation ($input: ApproveRequestsInput!) { approveRequests(input: $input) { results { ok } } }",
      { input: { requests } },
    );
    const letter = await sentTo(pendingGuardian.email);
    const [link = ""] = /\/sso\/activate\?link=[\w-]+/.exec(letter) ?? [];
    expect(letter).not.toContain("後6碼");

    await using visitor = await arrive();
    const { page } = visitor;
    await page.goto(link);
    await page.locator("form[data-step=activate]").waitFor();
    await visitor.looksAt("sso-activate");
    await page.fill("#password", chosen);
    await page.locator("form[data-step=activate] button").click();
    await page.locator("form[data-step=activate]").waitFor({ state: "detached" });
    await visitor.looksAt("sso-activated");
    await visitor.signIn(pendingGuardian.email, chosen);
    await page.goto("/parent/me");
    await visitor.sees("我的");
    await page.locator("dl.person").getByText(pendingGuardian.email).waitFor();
    await visitor.looksAt("me-first");
    await using second = await arrive();
    await second.page.goto(link);
    await second.page.locator('[data-code="ACTIVATION_LINK_ENDED"]').waitFor();
    await second.looksAt("sso-activation-ended");
  });
});
