import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { segmentsOf, storeSegments } from "../channels/store-barcode.js";
import { twqrExpiry, twqrPayload, twqrText } from "../channels/twqr.js";
import { money } from "../domain/money.js";
import { composePayAccountNumber } from "../domain/pay-account-number.js";
import { serialAt, serialCount } from "../domain/serial-permutation.js";

/** Published examples, each with its source. */
function vectors<T>(name: string): T[] {
  return JSON.parse(readFileSync(new URL(`./vectors/${name}.json`, import.meta.url), "utf8")) as T[];
}

describe("a pay account number", () => {
  it.each(
    vectors<{ prefix: string; serial: string; amount: number; accountNumber: string; source: string }>(
      "pay-account",
    ),
  )("$accountNumber is closed as in $source", ({ prefix, serial, amount, accountNumber }) => {
    expect(composePayAccountNumber("bank-of-taiwan-137", { prefix, serial, amount: money(amount) })).toBe(
      accountNumber,
    );
  });

  it("has another check digit for nine of ten other amounts, so a mistyped amount shows", () => {
    const parts = { prefix: "480300", serial: "630000019" };
    const right = composePayAccountNumber("bank-of-taiwan-137", { ...parts, amount: money(4730) });
    const others = Array.from({ length: 9 }, (_, digit) => money(4731 + digit));
    for (const amount of others)
      expect(composePayAccountNumber("bank-of-taiwan-137", { ...parts, amount })).not.toBe(right);
  });
});

describe("the serials", () => {
  const key = randomBytes(32);

  it("are a permutation: no two places have the same, and none leaves the nine digits", () => {
    const places = Array.from({ length: 5_000 }, (_, place) => place * 199_999);
    const serials = places.map((place) => serialAt(place, key));
    expect(new Set(serials).size).toBe(places.length);
    for (const serial of serials) expect(serial).toMatch(/^\d{9}$/);
  });

  it("stay distinct for any two places", () => {
    const place = fc.integer({ min: 0, max: serialCount - 1 });
    fc.assert(
      fc.property(place, place, (a, b) => a === b || serialAt(a, key) !== serialAt(b, key)),
      { numRuns: 500 },
    );
  });

  it("look like chance: neighbours are far apart", () => {
    const serials = Array.from({ length: 200 }, (_, place) => Number(serialAt(place, key)));
    const steps = serials.slice(1).map((serial, index) => Math.abs(serial - serials[index]!));
    const mean = steps.reduce((sum, step) => sum + step, 0) / steps.length;
    // A third of the range is what two random numbers are apart on average.
    expect(mean).toBeGreaterThan(serialCount / 5);
    expect(mean).toBeLessThan(serialCount / 2);
  });

  it("are another order under another key", () => {
    expect(serialAt(0, key)).not.toBe(serialAt(0, randomBytes(32)));
  });
});

describe("a store's three segments", () => {
  it.each(
    vectors<{
      dueRoc: string;
      collectionCode: string;
      segment2: string;
      prefix4: string;
      amount: number;
      segments: string[];
      source: string;
    }>("store-barcode"),
  )("$segments are as in $source", ({ dueRoc, collectionCode, segment2, prefix4, amount, segments }) => {
    expect(segmentsOf({ due: dueRoc, collectionCode, account: segment2, filler: prefix4, amount })).toEqual(
      segments,
    );
  });

  it("date the slides' bill by the ROC year and fill with MMDD", () => {
    const slip = { dueDate: "2020-08-21", collectionCode: "6R5", account: "4803006300000198", amount: 4730 };
    expect(storeSegments(slip)).toEqual(["0908216R5", "4803006300000198", "08218X000004730"]);
  });
});

describe("a TWQR code", () => {
  interface Vector {
    name: string;
    bank: string;
    account: string;
    amount: number;
    dueDate?: string;
    payload: string;
  }
  it.each(vectors<Vector>("twqr"))(
    "of $account is $payload",
    ({ name, bank, account, amount, dueDate, payload }) => {
      const expiry = dueDate && { expiry: twqrExpiry(dueDate) };
      expect(twqrPayload({ name, bankCode: bank, account, amount, ...expiry })).toBe(payload);
    },
  );

  it("pads a short account, and puts memo and expiry in their places", () => {
    const transfer = { name: "個人轉帳", bankCode: "004", account: "123", amount: 5 };
    expect(twqrPayload({ ...transfer, memo: "午餐費", expiry: "20261231235959" })).toBe(
      "TWQRP://個人轉帳/158/02/V1?D1=500&D5=004&D6=0000000000000123&D9=午餐費&D10=901&D12=20261231235959",
    );
  });

  it.each([
    ["a memo that would open another field", { memo: "a&D1=1" }],
    ["a memo over 19 characters", { memo: "x".repeat(20) }],
    ["an account over 16 digits", { account: "12345678901234567" }],
    ["a bank code that is none", { bankCode: "12" }],
  ])("refuses %s", (_, changes) => {
    const transfer = { name: "個人轉帳", bankCode: "012", account: "4803006300000198", amount: 1 };
    expect(() => twqrPayload({ ...transfer, ...changes })).toThrow(RangeError);
  });

  it("is percent-encoded once for drawing", () => {
    const payload = "TWQRP://個人轉帳/158/02/V1?D1=473000&D10=901";
    expect(decodeURI(twqrText(payload))).toBe(payload);
    expect(twqrText(payload)).toMatch(/^TWQRP:\/\/%E5%80%8B/);
  });
});
