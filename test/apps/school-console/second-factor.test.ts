import { demoPeople } from "@campus-graph/schema/demo-city";
import type { Browser, CDPSession } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { secondFactorWords } from "../../../clients/ui/words/second-factor-words.js";
import { buildApps } from "../../../gateway/launch/src/build-apps.mjs";
import { demoPassword, type Graph, startGraph } from "../../harness/graph.js";
import { startChromium } from "../chromium.js";
import { type Device, desk, schoolConsole, telephone, Visitor } from "../parent-app/visitor.js";
import { consoleWords } from "./console-words.js";

const chinese: Device = { ...desk, language: "zh-TW" };
const { reveal, shell } = consoleWords("zh-TW");
const words = secondFactorWords["zh-TW"];
const { email } = demoPeople.teacher;

/** A device that keeps passkeys, with a person in front of it who is willing. */
async function givePasskeys({ context, page }: Visitor): Promise<CDPSession> {
  const device = await context.newCDPSession(page);
  await device.send("WebAuthn.enable");
  await device.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return device;
}

describe("staff with a passkey, in a browser", () => {
  let graph: Graph;
  let chromium: Browser;
  beforeAll(async () => {
    await buildApps();
    graph = await startGraph({ demoCity: true, host: "localhost", staffNeedSecondFactor: true });
    chromium = await startChromium();
  });
  afterAll(async () => {
    await chromium?.close();
    await graph?.[Symbol.asyncDispose]();
  });

  const identity = <Row>(sql: string) =>
    graph.subgraphs.identity.running.database.em.fork().execute<Row[]>(sql);

  const arrive = (device = chinese) => Visitor.arrive(chromium, graph.publicUrl, device, schoolConsole);

  it("enrols at the sign-in, signs in by it, is asked anew before a national ID, and no other site gets an answer", async () => {
    await using visitor = await arrive();
    const { page, context } = visitor;
    await givePasskeys(visitor);

    await page.goto("/school/");
    await page.getByRole("button", { name: shell.welcome.signIn }).click();
    await Visitor.fillSignIn(page, email, demoPassword);
    const enrol = page.locator("form[data-step=enrol-passkey]");
    await enrol.getByRole("textbox").fill("導師室電腦");
    await visitor.looksAt("second-factor-enrol");
    await enrol.getByRole("button").click();
    await page.locator("[data-recovery-codes] li").first().waitFor();
    expect(await page.locator("[data-recovery-codes] li").count()).toBe(10);
    await visitor.looksAt("second-factor-codes");
    await page.locator("form[data-step=leave-recovery-codes] button").click();
    await page.waitForURL("**/school/teacher**");

    // The next day, at the same device.
    await context.clearCookies();
    await page.goto("/school/");
    await page.getByRole("button", { name: shell.welcome.signIn }).click();
    await Visitor.fillSignIn(page, email, demoPassword);
    await page.locator("form[data-step=second-factor]").waitFor();
    await visitor.looksAt("second-factor-give");
    await page.locator("form[data-step=passkey] button").click();
    await page.waitForURL("**/school/teacher**");

    // Later: the factor is not fresh any more, and the browser comes by a token that says so.
    await identity("update session_factor set given_at = given_at - interval '10 minutes'");
    await page.goto("/session/sign-in?returnTo=/school/teacher");
    await page.locator("table.review").waitFor();
    await page.getByRole("button", { name: reveal.show }).first().click();
    await page.getByLabel(reveal.reason).fill("核對家長到校出示的身分證");
    await visitor.looksAt("reveal-reason");
    await page.locator(".reveal-form button[type=submit]").click();
    const dialog = page.getByRole("dialog", { name: words.title });
    await dialog.getByRole("button", { name: words.passkey }).waitFor();
    await visitor.looksAt("second-factor-anew");
    await dialog.getByRole("button", { name: words.passkey }).click();
    const revealed = page.locator(".revealed strong");
    await revealed.waitFor();
    expect(await revealed.textContent()).toMatch(/^[A-Z][12]\d{8}$/);
    await visitor.looksAt("revealed");
    await page.getByRole("button", { name: reveal.hide }).click();
    await revealed.waitFor({ state: "detached" });
    expect(await identity("select role, what from disclosure")).toEqual([
      { role: "TEACHER", what: "NATIONAL_ID" },
    ]);

    // Five minutes it holds: no dialog comes for the next.
    await page.getByRole("button", { name: reveal.show }).first().click();
    await page.getByLabel(reveal.reason).fill("再次核對");
    await page.locator(".reveal-form button[type=submit]").click();
    await revealed.waitFor();
    expect(visitor.complaints).toEqual([]);

    // A page of another host that asks this device for the passkey of ours is refused by the browser itself.
    const elsewhere = `http://127.0.0.1:${new URL(graph.publicUrl).port}/sso/scripts/passkey.js`;
    await page.goto(elsewhere);
    const outcome = await page.evaluate<string>(
      `navigator.credentials.get({ publicKey: { challenge: new Uint8Array(16), rpId: "localhost" } })
        .then(() => "answered", (error) => error.name)`,
    );
    expect(outcome).not.toBe("answered");
  });

  it("asks on a small telephone, in words that fit", async () => {
    await using visitor = await arrive(telephone);
    const { page } = visitor;
    await page.goto("/school/");
    await page.getByRole("button", { name: shell.welcome.signIn }).click();
    await Visitor.fillSignIn(page, demoPeople.registrar.email, demoPassword);
    await page.locator("form[data-step=enrol-authenticator]").waitFor();
    await visitor.looksAt("second-factor-enrol");
    expect(await page.locator("svg.qr").boundingBox()).toMatchObject({ width: expect.any(Number) });
  });
});
