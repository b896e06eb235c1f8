import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { buildApps } from "../../../gateway/launch/src/build-apps.mjs";
import { startChromium } from "../chromium.js";
import { telephone, Visitor } from "../parent-app/visitor.js";
import { WalletCity } from "./city.js";

let chromium: Browser;
let city: WalletCity;
let folder: string;
/** The pictures that the graph draws for a bill, and its number. */
let drawn: { number: string; pictures: Readonly<Record<string, string>> };
beforeAll(async () => {
  await buildApps();
  folder = mkdtempSync(join(tmpdir(), "campus-scan-"));
  chromium = await startChromium();
  city = await WalletCity.start();
  const bill = (await city.unpaidBills())[0]!;
  const pictures: Record<string, string> = {};
  for (const option of bill.paymentOptions) {
    if ("twqr" in option) pictures.TWQR = option.twqr.svg;
    if ("barcodes" in option)
      option.barcodes.forEach((svg, at) => {
        pictures[`barcode ${at + 1}`] = svg;
      });
  }
  pictures.slip = Object.entries(pictures)
    .filter(([name]) => name.startsWith("barcode"))
    .map(([, svg]) => svg)
    .join("");
  drawn = { number: bill.accountNumber, pictures };
});
afterAll(async () => {
  await chromium?.close();
  await city?.[Symbol.asyncDispose]();
  rmSync(folder, { recursive: true, force: true });
});

async function numberShown({ page }: Visitor): Promise<string> {
  return (await page.locator("dl").textContent())!.replaceAll(" ", "");
}

/** What a camera before this picture sees. */
async function photograph(name: string): Promise<Buffer> {
  const page = await chromium.newPage({ viewport: { width: 1280, height: 720 } });
  const style =
    "body { margin: 0; height: 720px; background: #ddd; display: grid; place-content: center } svg { width: 900px; max-height: 660px }";
  await page.setContent(`<style>${style}</style>${drawn.pictures[name]}`);
  const picture = await page.screenshot({ type: "jpeg", quality: 90 });
  await page.close();
  return picture;
}

/** A browser whose camera sees the picture. */
async function browserBefore(name: string): Promise<Browser> {
  const film = join(folder, `${name}.mjpeg`);
  writeFileSync(film, await photograph(name));
  return startChromium([
    "--use-fake-device-for-media-stream",
    "--use-fake-ui-for-media-stream",
    `--use-file-for-fake-video-capture=${film}`,
  ]);
}

it.each(["TWQR", "barcode 2", "slip"])(
  "reads the number of a bill from its %s by the camera",
  async (name) => {
    const browser = await browserBefore(name);
    try {
      await using payer = await Visitor.arrive(browser, city.wallet.url, telephone);
      await payer.page.goto("/wallet/");
      await payer.page.getByRole("button", { name: "掃描" }).click();
      await payer.page.getByRole("heading", { name: "繳費單" }).waitFor();
      expect(await numberShown(payer)).toContain(drawn.number);
      expect(payer.complaints).toEqual([]);
    } finally {
      await browser.close();
    }
  },
);

it("asks for the middle barcode when it sees another, and stops when it is told to", async () => {
  const browser = await browserBefore("barcode 3");
  try {
    await using payer = await Visitor.arrive(browser, city.wallet.url, telephone);
    await payer.page.goto("/wallet/");
    await payer.page.getByRole("button", { name: "掃描" }).click();
    await payer.page.getByText("請對準中間的第二段").waitFor();
    await payer.looksAt("wallet-scanning");
    await payer.page.getByRole("button", { name: "停止掃描" }).click();
    await payer.page.locator("#number").waitFor();
    expect(payer.complaints).toEqual([]);
  } finally {
    await browser.close();
  }
});

it.each(["TWQR", "slip"])("reads the number of a bill from a picture of its %s", async (name) => {
  await using payer = await Visitor.arrive(chromium, city.wallet.url, telephone);
  await payer.page.goto("/wallet/");
  const picture = { name: "bill.jpg", mimeType: "image/jpeg", buffer: await photograph(name) };
  await payer.page.setInputFiles("#picture", picture);
  await payer.page.getByRole("heading", { name: "繳費單" }).waitFor();
  expect(await numberShown(payer)).toContain(drawn.number);
  expect(payer.complaints).toEqual([]);
});

it("says so when there is no camera, and when a picture shows no bill", async () => {
  await using payer = await Visitor.arrive(chromium, city.wallet.url, telephone);
  await payer.page.goto("/wallet/");
  await payer.page.getByRole("button", { name: "掃描" }).click();
  await payer.page.getByText("無法使用相機").waitFor();
  const empty = await chromium.newPage();
  const picture = { name: "sky.png", mimeType: "image/png", buffer: await empty.screenshot() };
  await empty.close();
  await payer.page.setInputFiles("#picture", picture);
  await payer.page.getByText("圖片中找不到繳費單的條碼").waitFor();
});
