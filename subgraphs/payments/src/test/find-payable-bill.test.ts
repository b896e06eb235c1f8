import { newId } from "@campus-graph/kit/sql/id";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { City } from "./city.js";
import { aBill, type GivenBill } from "./given.js";
import { guardian, partner } from "./viewers.js";
import { noticeOf, notifyMutation, pay, proofOf } from "./wallet.js";

const lookUp = `query ($number: PayAccountNumber!, $payer: String) {
  billByAccountNumber(accountNumber: $number, payerReference: $payer) {
    accountNumber amount dueDate title schoolName maskedStudentName status channels } }`;

describe("a partner who looks a bill up by its number", () => {
  let city: City;
  let bill: GivenBill;
  const wallet = partner("wallet");
  beforeAll(async () => {
    city = await City.start({ partners: { wallet: ["EASY_WALLET"], bank: [] } });
    bill = await aBill(city);
  });
  // Long enough for every count of the test before to have faded.
  beforeEach(() => city.clock.advance(24 * 60 * 60_000));
  afterAll(() => city[Symbol.asyncDispose]());

  const found = async (number: string, payer?: string, viewer = wallet) =>
    (await city.read(viewer, lookUp, { number, payer })).billByAccountNumber;
  const missing = (index: number) => String(9_000_000_000_000_000 + index);
  const finds = async (count: number) => {
    for (let first = 0; first < count; first += 50) {
      const asked = Array.from(
        { length: 50 },
        (_, index) => `a${index}: billByAccountNumber(accountNumber: "${bill.accountNumber}",
          payerReference: "payer ${first + index}") { amount }`,
      );
      await city.read(wallet, `{ ${asked.join(" ")} }`);
    }
  };
  const miss = async (times: number, payer?: string) => {
    for (let index = 0; index < times; index++) expect(await found(missing(index), payer)).toBeNull();
  };

  it("learns the masked name, the school, what it is for, how much and until when, and nothing else", async () => {
    expect(await found(bill.accountNumber)).toEqual({
      accountNumber: bill.accountNumber,
      amount: 4730,
      dueDate: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/),
      title: "115 學年度第 1 學期學雜費",
      schoolName: "市立內湖國小",
      maskedStudentName: "林O1",
      status: "UNPAID",
      // The agreement has all five, and the wallet speaks for one.
      channels: ["EASY_WALLET"],
    });
  });

  it("is told that a paid bill is paid, and that no channel takes it", async () => {
    const paid = await aBill(city);
    await pay(city, paid);
    expect(await found(paid.accountNumber)).toMatchObject({ status: "PAID", channels: [] });
  });

  it("reads the same for a number that no bill has and for one that is not this partner's", async () => {
    const answers = await Promise.all(
      [bill.accountNumber, missing(1)].map((number) => city.execute(partner("bank"), lookUp, { number })),
    );
    expect(answers[0]).toEqual({ data: { billByAccountNumber: null } });
    expect(answers[1]).toEqual(answers[0]);
  });

  it("is let down for a payer after 20 misses in an hour, and let in again in the next", async () => {
    await finds(450);
    await miss(20, "payer-a");
    const { errors } = await city.execute(wallet, lookUp, { number: missing(21), payer: "payer-a" });
    expect(errors?.[0]?.extensions).toMatchObject({ code: "TOO_MANY_ATTEMPTS" });
    expect(errors?.[0]?.extensions.retryAfterSeconds).toBeGreaterThan(3_000);
    // A hit would tell as well as a miss.
    const hit = { number: bill.accountNumber, payer: "payer-a" };
    expect(await city.refusal(wallet, lookUp, hit)).toBe("TOO_MANY_ATTEMPTS");
    city.clock.advance(60 * 60_000);
    expect(await found(bill.accountNumber, "payer-a")).not.toBeNull();
  });

  it("is never slowed by finds", async () => {
    for (let index = 0; index < 25; index++) expect(await found(bill.accountNumber)).not.toBeNull();
  });

  it("answers for one payer's misses apart from another's, and is not shut out by those of payers without a name", async () => {
    // 24 misses are too few to slow the partner only among more than 480 numbers.
    await finds(500);
    await miss(20, "payer-a");
    expect(await city.refusal(wallet, lookUp, { number: bill.accountNumber, payer: "payer-a" })).toBe(
      "TOO_MANY_ATTEMPTS",
    );
    expect(await found(bill.accountNumber, "payer-b")).not.toBeNull();
    await miss(4);
    expect(await found(bill.accountNumber)).not.toBeNull();
  });

  it("is answered one miss a second once more than one number in twenty is one, whatever it calls its payers", async () => {
    const guesses = async (count: number) => {
      const answers = await Promise.all(
        Array.from({ length: count }, (_, index) =>
          city.execute(wallet, lookUp, { number: missing(index), payer: `payer ${newId()}` }),
        ),
      );
      for (const { errors } of answers)
        if (errors)
          expect(errors[0]!.extensions).toMatchObject({ code: "TOO_MANY_ATTEMPTS", retryAfterSeconds: 1 });
      return answers.filter(({ errors }) => !errors).length;
    };
    // Too few to make a share of; the rest come in the same second, or in the next.
    expect(await guesses(60)).toBeLessThan(25);
    for (let second = 0; second < 3; second++) {
      city.clock.advance(5_000);
      expect(await guesses(2)).toBe(1);
      // Finds are answered as ever, and no payer is shut out.
      expect(await found(bill.accountNumber, `payer ${newId()}`)).not.toBeNull();
      expect(await found(bill.accountNumber)).not.toBeNull();
    }
    expect(city.running.contextFor().services.watch.figure.values.wallet).toBeGreaterThan(30);
  });

  it("is answered every miss while they are few among many finds, and again when a bad hour is long past", async () => {
    await finds(400);
    await miss(20);
    city.clock.advance(60_000);
    const { errors } = await city.execute(
      wallet,
      `{ ${aliases(Array.from({ length: 60 }, (_, at) => missing(at)))} }`,
    );
    expect(errors!.length).toBeGreaterThanOrEqual(59);
    city.clock.advance(12 * 60 * 60_000);
    await miss(15);
  });

  it("shares the pace between copies", async () => {
    await using copy = await city.copy();
    await Promise.all(
      Array.from({ length: 40 }, (_, index) => city.execute(wallet, lookUp, { number: missing(index) })),
    );
    city.clock.advance(5_000);
    const answers = await Promise.all(
      [city.running, copy, city.running, copy].map(({ url }, index) =>
        city.execute(wallet, lookUp, { number: missing(index) }, url),
      ),
    );
    expect(answers.filter(({ errors }) => !errors)).toHaveLength(1);
  });

  it("gains nothing by asking a hundred numbers in one request", async () => {
    const numbers = [bill.accountNumber, ...Array.from({ length: 99 }, (_, index) => missing(index))];
    const { data, errors } = await city.execute(wallet, `{ ${aliases(numbers)} }`);
    expect(data.a0).not.toBeNull();
    expect(Object.values(data).filter((each) => each !== null)).toHaveLength(1);
    expect(errors!.length).toBeGreaterThanOrEqual(98);
    expect(new Set(errors!.map(({ extensions }) => extensions.code))).toEqual(new Set(["TOO_MANY_ATTEMPTS"]));
  });

  it("gains nothing by guessing through notices either, and none of its finds suffers by them", async () => {
    const guess = async (index: number) => {
      const notice = noticeOf(city, { ...bill, accountNumber: missing(index) });
      return city.refusal(wallet, notifyMutation, { input: notice, proof: await proofOf(city, notice) });
    };
    const codes = await Promise.all(Array.from({ length: 40 }, (_, index) => guess(index)));
    expect(codes.filter((code) => code === "BILL_NOT_FOUND").length).toBeLessThan(25);
    expect(codes.filter((code) => code === "TOO_MANY_ATTEMPTS").length).toBeGreaterThan(15);
    expect(await found(bill.accountNumber)).not.toBeNull();
  });

  it("takes as many statements for eight numbers as for one", async () => {
    const count = (numbers: string[]) =>
      city.countStatements(() => city.read(wallet, `{ ${aliases(numbers)} }`));
    const bills = await Promise.all(Array.from({ length: 8 }, () => aBill(city)));
    expect(await count(bills.map(({ accountNumber }) => accountNumber))).toBe(
      await count([bill.accountNumber]),
    );
  });

  it.each([
    ["15 digits", "123456789012345"],
    ["letters", "48030063000001A8"],
    ["nothing", ""],
  ])("is refused a number of %s before it is looked for", async (_, number) => {
    expect(await city.refusal(wallet, lookUp, { number })).toMatch(/^BAD_/);
  });

  it("is a partner: nobody else may ask", async () => {
    expect(await city.refusal(guardian("father"), lookUp, { number: bill.accountNumber })).toBe("FORBIDDEN");
    expect(await city.refusal(partner("unknown"), lookUp, { number: bill.accountNumber })).toBe("FORBIDDEN");
  });
});

/** One request that asks for many numbers. */
function aliases(numbers: readonly string[]): string {
  return numbers
    .map((number, index) => `a${index}: billByAccountNumber(accountNumber: "${number}") { amount }`)
    .join(" ");
}
