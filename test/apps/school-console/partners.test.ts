import { generateKeyPairSync } from "node:crypto";
import { demoPeople } from "@campus-graph/schema/demo-city";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildApps } from "../../../gateway/launch/src/build-apps.mjs";
import { demoPassword, type Graph, startGraph } from "../../harness/graph.js";
import { startChromium } from "../chromium.js";
import { type Device, desk, schoolConsole, Visitor } from "../parent-app/visitor.js";
import { consoleWords } from "./console-words.js";

const chinese: Device = { ...desk, language: "zh-TW" };

/** A public key as a partner hands it over. */
function aKey(kid: string): string {
  const { publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  return JSON.stringify({ ...publicKey.export({ format: "jwk" }), kid });
}

describe("payment partners", () => {
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

  async function atPartners(login: string, device: Device) {
    const { partners } = consoleWords(device.language);
    const visitor = await Visitor.arrive(chromium, graph.publicUrl, device, schoolConsole);
    await visitor.signIn(login, demoPassword);
    await visitor.page.getByRole("link", { name: partners.tab }).click();
    await visitor.sees(partners.title);
    return visitor;
  }

  it("are seen by a school's IT office, which changes none", async () => {
    const { partners } = consoleWords("zh-TW");
    await using visitor = await atPartners(demoPeople.it.email, chinese);
    const card = visitor.page.getByRole("article", { name: partners.partner("悠遊付") });
    await card.waitFor();
    expect(await card.textContent()).toContain(partners.works);
    await visitor.page.getByText(partners.readOnly).waitFor();
    expect(await visitor.page.getByRole("button", { name: partners.register.act }).count()).toBe(0);
    expect(await card.getByRole("button").count()).toBe(0);
    await visitor.looksAt("partners-it");
    expect(visitor.complaints).toEqual([]);
  });

  it.each<Device>([chinese, { ...desk, isDark: true }])(
    "are registered, given another key, suspended and let in again by the bureau, on %o",
    async (device) => {
      const { partners } = consoleWords(device.language);
      const [id, name] = [`bank-${device.language === "en" ? "en" : "zh"}`, `銀行 ${device.language}`];
      await using visitor = await atPartners(demoPeople.bureau.email, device);
      const { page } = visitor;
      await page.getByRole("button", { name: partners.register.act }).click();
      const form = page.getByRole("form", { name: partners.register.title("") });
      await form.getByRole("button", { name: partners.register.act }).click();
      await form.getByText(partners.missing).first().waitFor();
      await visitor.looksAt("partners-register");
      await form.getByLabel(partners.id).fill(id);
      await form.getByLabel(partners.name).fill(name);
      await form.getByRole("checkbox").first().check({ force: true });
      await form.getByLabel(partners.key, { exact: true }).fill("https://bank.example/jwks");
      await form.getByLabel(partners.reason).fill("115 學年度合約");
      await form.getByRole("button", { name: partners.register.act }).click();
      await form.locator("[role=alert][data-code=PARTNER_KEY_INVALID]").waitFor();
      await form.getByLabel(partners.keyFile).setInputFiles({
        name: "key.json",
        mimeType: "application/json",
        buffer: Buffer.from(aKey("first")),
      });
      await form.getByRole("button", { name: partners.register.act }).click();
      await page.getByText(partners.register.done(name)).waitFor();

      const card = page.getByRole("article", { name: partners.partner(name) });
      await card.getByRole("button", { name: partners.addKey.act }).click();
      await visitor.looksAt("partners-key");
      await card.getByLabel(partners.key, { exact: true }).fill(aKey("second"));
      await card.getByLabel(partners.reason).fill("年度更換");
      await card.getByRole("button", { name: partners.addKey.act }).click();
      await page.getByText(partners.addKey.done(name)).waitFor();

      const confirm = async (open: string, act: string, done: string) => {
        await card.getByRole("button", { name: open, exact: true }).click();
        const dialog = page.getByRole("dialog");
        await dialog.getByRole("button", { name: act, exact: true }).click();
        await dialog.getByText(partners.missing).waitFor();
        await visitor.looksAt("partners-reason");
        await dialog.getByLabel(partners.reason).fill("金鑰疑似外洩");
        await dialog.getByRole("button", { name: act, exact: true }).click();
        await page.getByText(done).waitFor();
      };
      await confirm(partners.endKeyOf("first"), partners.endKey.act, partners.endKey.done(name));
      await confirm(partners.suspend.act, partners.suspend.act, partners.suspend.done(name));
      await card.locator(".partner-state.suspended").waitFor();
      await visitor.looksAt("partners-suspended");
      await confirm(partners.resume.act, partners.resume.act, partners.resume.done(name));

      await card.getByRole("button", { name: partners.change.act, exact: true }).click();
      await card.getByLabel(partners.redirects).fill("http://bank.example/");
      await card.getByLabel(partners.reason).fill("開放家長連結");
      await card.getByRole("button", { name: partners.save }).click();
      await card.locator("[role=alert][data-code=BAD_INPUT]").waitFor();
      await visitor.looksAt("partners-change");
      await card.getByLabel(partners.redirects).fill("https://bank.example/linked");
      await card.getByRole("button", { name: partners.save }).click();
      await page.getByText(partners.change.done(name)).waitFor();
      await card.getByText("https://bank.example/linked").waitFor();
      expect(visitor.complaints).toEqual([]);
    },
  );
});
