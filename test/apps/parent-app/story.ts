import { ReturnRequestDocument } from "@campus-graph/clients/generated/operations";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Classes, enterClasses } from "../../../clients/demo/chapters/schools.js";
import type { DemoContext } from "../../../clients/demo/context.js";
import type { Family } from "../../../clients/demo/fixtures.js";
import { approve } from "../../../clients/demo/steps.js";
import { buildApps } from "../../../gateway/launch/src/build-apps.mjs";
import { type Graph, startGraph } from "../../harness/graph.js";
import { contextOn } from "../../journeys/city.js";
import { startChromium } from "../chromium.js";
import type { AppWords } from "./app-words.js";
import { Father, pauseBetweenCodesMs } from "./father.js";
import type { Keyboard } from "./keyboard.js";
import { type Billed, billClass, payBill, pendingIn } from "./others.js";
import { type Device, Visitor } from "./visitor.js";

const reason = "與學生的關係應為父親，請更正後再送出。";

/**
 * A father's week, without a mouse: each step goes on where the one before ended. Each code that is asked for moves the
 * graph's clock on, and a fourth father's browser would be five minutes behind it, which is more than a consent may be
 * off: so a graph has two of these worlds at most.
 */
export function tellStoryOn(worlds: readonly Device[]): void {
  let graph: Graph;
  let demo: DemoContext;
  let chromium: Browser;

  beforeAll(async () => {
    await buildApps();
    graph = await startGraph({ demoCity: true, gateways: 2, onlyListed: true });
    demo = contextOn(graph);
    chromium = await startChromium();
  });
  afterAll(async () => {
    await chromium?.close();
    await demo?.[Symbol.asyncDispose]();
    await graph?.[Symbol.asyncDispose]();
  });

  it("is asked of gateways that run the listed operations alone, as in production", async () => {
    const answer = await fetch(`${graph.publicUrl}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ query: "{ schools { code } }" }),
    });
    expect(await answer.json()).toMatchObject({ errors: [{ extensions: { code: "OPERATION_NOT_LISTED" } }] });
  });

  describe.each(worlds)("from the first code to the paid bill: $width × $height, $language", (device) => {
    let father: Father;
    let visitor: Visitor;
    let page: Page;
    let keys: Keyboard;
    let words: AppWords;
    let family: Family;
    let classes: Classes;
    let lunch: Billed;

    beforeAll(async () => {
      father = await Father.arrive(graph, demo, chromium, device);
      ({ visitor, page, keys, words, family } = father);
      classes = await enterClasses(demo, family);
    });
    afterAll(async () => {
      await father?.[Symbol.asyncDispose]();
    });

    it("lets him in by a code, without an account", async () => {
      await page.goto("/parent/");
      await visitor.sees(words.shell.welcome.title);
      await visitor.looksAt("welcome");
      await keys.press(page.getByRole("link", { name: words.shell.welcome.apply }));
      await visitor.sees(words.code.title);
      await keys.type(father.field(words.code.email), family.guardian.email);
      await visitor.looksAt("apply-1-code");
      await father.answerCode();
      await visitor.sees(words.students.title);
    });

    it("takes both children, at schools of different levels", async () => {
      await visitor.looksAt("apply-2-student");
      await father.addStudent(family.younger, "FATHER");
      await keys.press(father.button(words.students.add));
      await father.addStudent(family.elder, "PATERNAL_GRANDFATHER");
      await page.getByText(`市立${family.elder.schoolName}`).waitFor();
      await visitor.looksAt("apply-2-students");
      await keys.press(father.link(words.apply.next));
    });

    it("takes his consent once the notice was read to its end", async () => {
      await visitor.sees(words.consent.title);
      expect(await father.field(words.consent.agree).isDisabled()).toBe(true);
      await visitor.looksAt("apply-3-consent");
      await keys.tabTo(page.locator(".notice-text"));
      await page.keyboard.press("End");
      await page.locator(".check input:enabled").waitFor();
      await keys.tick(father.field(words.consent.agree));
      await keys.press(father.button(words.apply.next));
      await visitor.sees(words.guardian.title);
    });

    it("has all of it on another device, after a code to the same address", async () => {
      await using other = await Visitor.arrive(chromium, graph.publicUrl, visitor.device);
      const { page } = other;
      graph.clock.advance(pauseBetweenCodesMs);
      await page.goto("/parent/applications");
      await page.getByLabel(words.code.email).fill(family.guardian.email);
      const code = await father.nextCode(() => page.getByRole("button", { name: words.code.get }).click());
      await page.getByLabel(words.code.code).fill(code);
      await page.getByRole("button", { name: words.code.confirm }).click();
      await page.getByRole("link", { name: words.apply.list.goOn }).click();
      await other.sees(words.guardian.title);
      expect(await page.getByLabel(words.guardian.email).inputValue()).toBe(family.guardian.email);
      expect(other.complaints).toEqual([]);
    });

    it("takes his data, which a reload does not lose, and his signature by a fresh code", async () => {
      const { name, nationalId, mobile } = family.guardian;
      await keys.type(father.field(words.guardian.id), nationalId);
      await keys.type(father.field(words.guardian.name), name);
      await keys.type(father.field(words.guardian.mobile), mobile);
      await page.reload();
      await visitor.sees(words.guardian.title);
      expect(await father.field(words.guardian.name).inputValue()).toBe(name);
      await visitor.looksAt("apply-4-guardian");
      await keys.press(father.button(words.apply.next));
      await visitor.sees(words.sign.title);
      await visitor.looksAt("apply-4-sign");
      const { session } = await page.evaluate<Kept>(whatIsKept);
      const declared = Object.entries(session).filter(([key]) => key.startsWith("draft:declared-"));
      expect(declared).toHaveLength(1);
      expect(JSON.stringify(declared)).not.toContain(nationalId);
      await father.signByCode();
      await keys.press(father.button(words.sign.send));
      await page.getByText(words.apply.list.sent.title).waitFor();
      await father.card(family.elder).getByText(words.apply.status.PENDING, { exact: true }).waitFor();
      await visitor.looksAt("applications-pending");
    });

    it("moves by itself when one teacher approves and the other returns it, with the reason", async () => {
      const younger = await pendingIn(demo, family.younger, classes.younger);
      await approve(await demo.as(family.younger.teacher), [younger]);
      const elder = await pendingIn(demo, family.elder, classes.elder);
      const teacher = await demo.as(family.elder.teacher);
      await teacher.mutate(ReturnRequestDocument, { input: { requestId: elder, reason } });
      await father.card(family.younger).getByText(words.apply.status.BOUND, { exact: true }).waitFor();
      await father.card(family.elder).getByText(reason).waitFor();
      await page.getByText(words.apply.list.signInFirst(family.guardian.email)).waitFor();
      await visitor.looksAt("applications-returned");
    });

    it("is corrected, signed anew and sent again", async () => {
      await keys.press(father.card(family.elder).getByRole("link", { name: words.apply.list.correct }));
      await visitor.sees(words.correct.title);
      await keys.choose(father.radio(words.apply.relationships.FATHER));
      await visitor.looksAt("correct");
      await father.signByCode();
      await keys.press(father.button(words.correct.send));
      await father.card(family.elder).getByText(words.apply.status.PENDING, { exact: true }).waitFor();
      const elder = await pendingIn(demo, family.elder, classes.elder);
      await approve(await demo.as(family.elder.teacher), [elder], 2);
      await father.card(family.elder).getByText(words.apply.status.BOUND, { exact: true }).waitFor();
    });

    it("leads him to his account, whose password he must choose first", async () => {
      const initial = family.guardian.nationalId.slice(-6);
      await keys.press(father.button(words.apply.list.signIn));
      await keys.type(page.locator("#login"), family.guardian.email);
      await keys.type(page.locator("#password"), initial);
      const code = await father.nextCode(() => page.keyboard.press("Enter"));
      await keys.type(page.locator("#code"), code);
      await page.keyboard.press("Enter");
      await visitor.sees(words.me.firstTitle);
      await visitor.looksAt("first-password");
      await keys.type(father.field(words.me.firstCurrent), initial);
      await keys.type(father.field(words.me.newPassword), "correct-horse-of-mine");
      await keys.type(father.field(words.me.newAgain), "correct-horse-of-mine");
      await keys.press(father.button(words.me.firstChange));
      await visitor.sees(words.bills.title);
      await page.getByText(family.younger.name).first().waitFor();
      await visitor.looksAt("bills-none");
    });

    it("tells him of a bill the moment it is out, and of one that came while he was cut off", async () => {
      lunch = await billClass(demo, classes.younger, "營養午餐費", 3200);
      await page.getByRole("link", { name: "營養午餐費" }).first().waitFor();
      await visitor.looksAt("bills-told");
      const { port } = new URL(graph.publicUrl);
      await graph.stopGateway(graph.urls.findLastIndex((url) => new URL(url).port === port));
      await billClass(demo, classes.younger, "校外教學費", 680);
      await graph.startGateway(Number(port));
      await page.getByRole("link", { name: "校外教學費" }).first().waitFor();
      await page.goto("/parent/notices");
      await visitor.sees(words.notices.title);
      expect(await father.notice("營養午餐費").count()).toBe(1);
      expect(await father.notice("校外教學費").count()).toBe(1);
      await visitor.looksAt("notices");
    });

    it("shows the bill's five ways to pay, and that it is paid as soon as it is", async () => {
      await keys.press(father.notice("營養午餐費"));
      await visitor.sees("營養午餐費");
      await keys.tabTo(page.getByRole("tab", { selected: true }));
      for (const channel of ["PAY_TAIPEI", "CREDIT_CARD", "ATM", "CONVENIENCE_STORE"] as const) {
        await page.keyboard.press("ArrowRight");
        await page.getByRole("tab", { name: words.bills.channels[channel], selected: true }).waitFor();
        await visitor.looksAt(`bill-${channel}`);
      }
      await payBill(demo, lunch);
      await page.getByText(words.bills.notPayable.PAID).waitFor();
      await visitor.looksAt("bill-paid");
    });

    it("keeps nothing of the children once he has signed out", async () => {
      await keys.press(father.link(words.shell.nav.me));
      await visitor.sees(words.me.title);
      await visitor.looksAt("me");
      await keys.press(father.button(words.me.signOut));
      await visitor.sees(words.shell.welcome.title);
      const kept = await page.evaluate<Kept>(whatIsKept);
      expect(JSON.stringify([kept.local, kept.session])).not.toMatch(new RegExp(family.younger.name));
      expect(Object.keys(kept.session)).toEqual([]);
      expect(kept.cached.filter((url) => !new URL(url).pathname.startsWith("/parent/"))).toEqual([]);
      await page.goBack();
      await page.getByText(family.younger.name).waitFor({ state: "detached" });
    });

    it("had nothing to complain of: no error, no warning, nothing that the policy forbids", () => {
      expect(visitor.complaints.filter((each) => !isOfTheCut(each))).toEqual([]);
    });
  });
}

interface Kept {
  local: Record<string, string>;
  session: Record<string, string>;
  cached: string[];
}

const whatIsKept = `(async () => ({
  local: { ...localStorage },
  session: { ...sessionStorage },
  cached: (await Promise.all((await caches.keys()).map(async (name) => (await caches.open(name)).keys())))
    .flat()
    .map(({ url }) => url),
}))()`;

/** While the gateway was away its socket could not be opened, which a browser logs by itself. */
function isOfTheCut(complaint: string): boolean {
  return /WebSocket connection to .* failed/.test(complaint) || /ERR_CONNECTION_REFUSED/.test(complaint);
}
