import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { prepareZXingModule, readBarcodes } from "zxing-wasm/reader";
import { daysAfter, schoolDay } from "../domain/school-day.js";
import { City } from "./city.js";
import { aBill, aBinding, type GivenBill } from "./given.js";
import { rasterize } from "./rasterize.js";
import { guardian } from "./viewers.js";
import { pay } from "./wallet.js";

const day = 24 * 60 * 60_000;
const reader = createRequire(import.meta.url).resolve("zxing-wasm/reader/zxing_reader.wasm");

/** What a scanner reads from the picture. */
async function scan(svg: string, format: "Code39" | "QRCode"): Promise<string[]> {
  const codes = await readBarcodes(rasterize(svg), { formats: [format], tryHarder: true });
  return codes.map(({ text }) => text);
}

describe("the ways to pay a bill", () => {
  let city: City;
  beforeAll(async () => {
    prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(readFileSync(reader)).buffer } });
    city = await City.start();
  });
  afterAll(() => city[Symbol.asyncDispose]());

  const query = `query ($id: ID!) { bill(id: $id) { overdue paymentOptions { __typename channel
    ... on AtmOption { bankCode bankName accountNumber twqr { payload qrText svg } }
    ... on ConvenienceStoreOption { segments barcodes }
    ... on EasyWalletOption { url qrSvg } ... on PayTaipeiOption { url qrSvg } ... on CreditCardOption { url qrSvg } } } }`;

  async function optionsOf(bill: GivenBill) {
    const { bill: seen } = await city.read(guardian(bill.studentId), query, { id: bill.id });
    return new Map<string, Record<string, never>>(
      seen.paymentOptions.map((option: { channel: string }) => [option.channel, option]),
    );
  }

  const dueDate = (days: number) => daysAfter(schoolDay(city.clock.now()), days);
  const endOf = (lastDay: string) => `${lastDay.replaceAll("-", "")}235959`;

  /** A bill whose guardian is named after the student. */
  async function aSeenBill(changes: object = {}): Promise<GivenBill> {
    const bill = await aBill(city, changes);
    await aBinding(city, bill.studentId, bill.studentId);
    return bill;
  }

  it("are all five, each with its own type", async () => {
    const options = await optionsOf(await aSeenBill());
    expect([...options].map(([channel, option]) => [channel, option.__typename])).toEqual([
      ["EASY_WALLET", "EasyWalletOption"],
      ["PAY_TAIPEI", "PayTaipeiOption"],
      ["CREDIT_CARD", "CreditCardOption"],
      ["ATM", "AtmOption"],
      ["CONVENIENCE_STORE", "ConvenienceStoreOption"],
    ]);
  });

  it("name the bank, and give the transfer as a QR code that reads back", async () => {
    const bill = await aSeenBill();
    const atm = (await optionsOf(bill)).get("ATM") as never as {
      bankCode: string;
      bankName: string;
      accountNumber: string;
      twqr: { payload: string; qrText: string; svg: string };
    };
    expect(atm).toMatchObject({
      bankCode: "012",
      bankName: "台北富邦銀行",
      accountNumber: bill.accountNumber,
    });
    expect(atm.twqr.payload).toBe(
      `TWQRP://個人轉帳/158/02/V1?D1=473000&D5=012&D6=${bill.accountNumber}&D10=901&D12=${endOf(dueDate(14))}`,
    );
    expect(await scan(atm.twqr.svg, "QRCode")).toEqual([atm.twqr.qrText]);
    expect(decodeURI(atm.twqr.qrText)).toBe(atm.twqr.payload);
  });

  it("give a store three barcodes that read back as the three segments", async () => {
    const bill = await aSeenBill();
    const store = (await optionsOf(bill)).get("CONVENIENCE_STORE") as never as {
      segments: string[];
      barcodes: string[];
    };
    expect(store.segments.map((segment) => segment.length)).toEqual([9, 16, 15]);
    expect(store.segments[1]).toBe(bill.accountNumber);
    const read = await Promise.all(store.barcodes.map((svg) => scan(svg, "Code39")));
    expect(read).toEqual(store.segments.map((segment) => [segment]));
  });

  it("are drawn small: one path for a picture", async () => {
    const options = await optionsOf(await aSeenBill());
    const { barcodes } = options.get("CONVENIENCE_STORE") as never as { barcodes: string[] };
    const { twqr } = options.get("ATM") as never as { twqr: { svg: string } };
    for (const svg of [...barcodes, twqr.svg]) expect(svg.match(/<path /g)).toHaveLength(1);
    expect(Math.max(...barcodes.map(({ length }) => length))).toBeLessThan(1_000);
    expect(twqr.svg.length).toBeLessThan(3_500);
  });

  it("point a wallet at this bill", async () => {
    const bill = await aSeenBill();
    const wallet = (await optionsOf(bill)).get("EASY_WALLET") as never as { url: string; qrSvg: string };
    expect(wallet.url).toContain(bill.accountNumber);
    expect(wallet.url).toContain("4730");
    expect(await scan(wallet.qrSvg, "QRCode")).toEqual([wallet.url]);
  });

  it("leave the store out above its cap, to the dollar", async () => {
    const cap = await aSeenBill({ items: [{ name: "學費", amount: 20_000 }] });
    const above = await aSeenBill({ items: [{ name: "學費", amount: 20_001 }] });
    expect((await optionsOf(cap)).has("CONVENIENCE_STORE")).toBe(true);
    expect([...(await optionsOf(above)).keys()]).toEqual(["EASY_WALLET", "PAY_TAIPEI", "CREDIT_CARD", "ATM"]);
  });

  it("are none once the bill is paid", async () => {
    const bill = await aSeenBill();
    await pay(city, bill);
    expect((await optionsOf(bill)).size).toBe(0);
  });

  it("close with the due date, the bank's account last", async () => {
    await using later = await City.start();
    const bill = await aBill(later);
    await aBinding(later, bill.studentId, bill.studentId);
    const lastDay = daysAfter(schoolDay(later.clock.now()), 14 + 7);
    const seen = async () =>
      (await later.read(guardian(bill.studentId), query, { id: bill.id })).bill.paymentOptions;
    const channels = async () => (await seen()).map(({ channel }: { channel: string }) => channel);
    later.clock.advance(15 * day);
    expect(await channels()).toEqual(["ATM"]);
    // What is drawn now must still be good for as long as the bank takes it.
    expect((await seen())[0].twqr.payload).toMatch(new RegExp(`&D12=${endOf(lastDay)}$`));
    later.clock.advance(7 * day);
    expect(await channels()).toEqual([]);
  });

  it("offer no link that nobody configured", async () => {
    await using bare = await City.start({ agreements: { links: {} } });
    const bill = await aBill(bare);
    await aBinding(bare, "father", bill.studentId);
    const { bill: seen } = await bare.read(guardian("father"), query, { id: bill.id });
    expect(seen.paymentOptions.map(({ channel }: { channel: string }) => channel)).toEqual([
      "ATM",
      "CONVENIENCE_STORE",
    ]);
  });
});
