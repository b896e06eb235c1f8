import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { enterClasses } from "../../../clients/demo/chapters/schools.js";
import type { DemoContext } from "../../../clients/demo/context.js";
import { buildApps } from "../../../gateway/launch/src/build-apps.mjs";
import { type Graph, startGraph } from "../../harness/graph.js";
import { contextOn } from "../../journeys/city.js";
import { startChromium } from "../chromium.js";
import { Father } from "./father.js";
import { telephone } from "./visitor.js";

/** The login of a guardian of the demo city, whose mailbox the family shares. */
const shared = "coguardian@campus.example";

describe("a father whose e-mail address is another person's login", () => {
  let graph: Graph;
  let demo: DemoContext;
  let chromium: Browser;
  let father: Father;
  let own: string;

  beforeAll(async () => {
    await buildApps();
    graph = await startGraph({ demoCity: true });
    demo = contextOn(graph);
    chromium = await startChromium();
    father = await Father.arrive(graph, demo, chromium, telephone);
    await enterClasses(demo, father.family);
    own = father.family.guardian.email;
    father.family.guardian.email = shared;
  });
  afterAll(async () => {
    await father?.[Symbol.asyncDispose]();
    await chromium?.close();
    await demo?.[Symbol.asyncDispose]();
    await graph?.[Symbol.asyncDispose]();
  });

  it("is told so beside the address, before he signs what could not be approved, and loses nothing", async () => {
    const { page, visitor, keys, words, family } = father;
    await page.goto("/parent/apply");
    await visitor.sees(words.code.title);
    await keys.type(father.field(words.code.email), shared);
    await father.answerCode();
    await visitor.sees(words.students.title);
    await father.addStudent(family.younger, "FATHER");
    await keys.press(father.link(words.apply.next));
    await visitor.sees(words.consent.title);
    await keys.tabTo(page.locator(".notice-text"));
    await page.keyboard.press("End");
    await page.locator(".check input:enabled").waitFor();
    await keys.tick(father.field(words.consent.agree));
    await keys.press(father.button(words.apply.next));
    await visitor.sees(words.guardian.title);
    await keys.type(father.field(words.guardian.id), family.guardian.nationalId);
    await keys.type(father.field(words.guardian.name), family.guardian.name);
    await keys.type(father.field(words.guardian.mobile), family.guardian.mobile);
    await keys.press(father.button(words.apply.next));
    await page.getByText(words.guardian.taken).waitFor();
    await page.getByText(words.guardian.wayMine(shared)).waitFor();
    await page.getByText(words.guardian.wayOther).waitFor();
    await father.button(words.guardian.waySignIn).waitFor();
    expect(await father.field(words.guardian.name).inputValue()).toBe(family.guardian.name);
    await visitor.looksAt("apply-4-taken");
  });

  it("goes on with an address of his own, once a code has verified it", async () => {
    const { page, visitor, keys, words, family } = father;
    family.guardian.email = own;
    await keys.type(father.field(words.guardian.email), own);
    await keys.press(father.button(words.apply.next));
    await page.getByText(words.guardian.verifyEmailLead(own)).waitFor();
    await father.answerCode();
    await visitor.sees(words.sign.title);
    await father.signByCode();
  });

  it("signs once more when another tab has changed the application meanwhile, and does nothing else again", async () => {
    const { page, visitor, keys, words, family } = father;
    const tab = await visitor.context.newPage();
    await tab.goto("/parent/apply/consent");
    await tab.locator(".notice-text").evaluate((text) => text.scrollTo(0, text.scrollHeight));
    await tab.locator(".check input:enabled").check();
    await tab.getByRole("button", { name: words.apply.next, exact: true }).click();
    await tab.getByRole("heading", { level: 1, name: words.guardian.title }).waitFor();
    await tab.close();
    await keys.press(father.button(words.sign.send));
    await page.locator('[data-code="SIGNATURE_OUTDATED"]').waitFor();
    await visitor.looksAt("sign-outdated");
    // The form for a fresh code is there already.
    await father.answerCode();
    await page.getByText(words.sign.signedByCode).waitFor();
    await keys.press(father.button(words.sign.send));
    await page.getByText(words.apply.list.sent.title).waitFor();
    await father.card(family.younger).getByText(words.apply.status.PENDING, { exact: true }).waitFor();
    expect(visitor.complaints).toEqual([]);
  });
});
