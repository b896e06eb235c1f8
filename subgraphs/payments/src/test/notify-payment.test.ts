import { newId } from "@campus-graph/kit/sql/id";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { daysAfter, schoolDay } from "../domain/school-day.js";
import { City } from "./city.js";
import { aBill, aClass, bills, type GivenBill } from "./given.js";
import { strangeKey, walletKeys } from "./partner-keys.js";
import { guardian, partner } from "./viewers.js";
import { type Notice, noticeOf, notify, notifyMutation, proofOf } from "./wallet.js";

const minute = 60_000;

describe("a payment notice", () => {
  let city: City;
  beforeAll(async () => {
    city = await City.start({ partners: { wallet: ["EASY_WALLET", "ATM"], bank: ["ATM"] } });
  });
  afterEach(() => city.checkBooks());
  afterAll(() => city[Symbol.asyncDispose]());

  const code = async (notice: Notice, changes: Parameters<typeof notify>[2] = {}) =>
    (await notify(city, notice, changes)).errors?.[0]?.extensions.code;
  const counts = () =>
    city.rows(
      "select (select count(*) from payment) as payments, (select count(*) from ledger_transfer) as transfers",
    );

  it("settles the bill, and acknowledges what it said", async () => {
    const bill = await aBill(city);
    const notice = noticeOf(city, bill);
    const { data } = await notify(city, notice);
    expect(data.notifyPayment).toMatchObject({
      transactionNumber: notice.transactionNumber,
      accountNumber: bill.accountNumber,
      amount: 4730,
      outcome: "RECEIVED",
    });
    const [row] = await city.rows("select status, paid_at from bill where id = ?", [bill.id]);
    expect(row!.status).toBe("PAID");
    expect(new Date(row!.paid_at as string).toISOString()).toBe(notice.paidAt);
  });

  it("that comes again gets the same answer, with the old proof or a fresh one, also an hour later", async () => {
    const notice = noticeOf(city, await aBill(city));
    const proof = await proofOf(city, notice);
    const send = (proof: string) => city.execute(partner("wallet"), notifyMutation, { input: notice, proof });
    const first = await send(proof);
    const before = await counts();
    expect(await send(proof)).toEqual(first);
    city.clock.advance(60 * minute);
    expect(await send(await proofOf(city, notice))).toEqual(first);
    expect(await counts()).toEqual(before);
  });

  it("under a number that stood for another payment is refused, and nothing is written", async () => {
    const [one, other] = (await bills(city, await aClass(city, 2))) as [GivenBill, GivenBill];
    const notice = noticeOf(city, one);
    await notify(city, notice);
    const before = await counts();
    const earlier = new Date(Date.parse(notice.paidAt) - 1_000).toISOString();
    for (const change of [
      { amount: 4731 },
      { channel: "ATM" },
      { paidAt: earlier },
      { accountNumber: other.accountNumber },
      { accountNumber: "9999999999999999" },
    ])
      expect(await code({ ...notice, ...change })).toBe("TRANSACTION_CONFLICT");
    expect(await counts()).toEqual(before);
  });

  it("for a bill that is paid already is an overpayment: the money is kept in the books, never refused", async () => {
    const bill = await aBill(city);
    await notify(city, noticeOf(city, bill));
    const { data } = await notify(city, noticeOf(city, bill, { channel: "ATM" }));
    expect(data.notifyPayment.outcome).toBe("OVERPAYMENT");
  });

  it("through a channel that the partner is not registered for says whose fault that is", async () => {
    const notice = noticeOf(city, await aBill(city), { channel: "PAY_TAIPEI" });
    const [error] = (await notify(city, notice)).errors ?? [];
    expect(error).toMatchObject({ extensions: { code: "CHANNEL_NOT_ENABLED", channel: "PAY_TAIPEI" } });
    expect(error?.message).toMatch(/^PAY_TAIPEI is not taken here\. You are not registered for it/);
  });

  it("may name the time in another zone: the proof has it in UTC", async () => {
    const bill = await aBill(city);
    const taipei = new Date(city.clock.now().getTime() + 8 * 60 * minute)
      .toISOString()
      .replace("Z", "+08:00");
    expect(await code(noticeOf(city, bill, { paidAt: taipei }))).toBeUndefined();
  });

  it.each([
    ["of an unknown number", () => ({ accountNumber: "1234567890123456" }), "BILL_NOT_FOUND"],
    ["of another amount", () => ({ amount: 4731 }), "AMOUNT_DIFFERS"],
    [
      "of a channel that the partner does not speak for",
      () => ({ channel: "PAY_TAIPEI" }),
      "CHANNEL_NOT_ENABLED",
    ],
    ["of no money", () => ({ amount: 0 }), "BAD_INPUT"],
    ["without a number of its own", () => ({ transactionNumber: "" }), "BAD_INPUT"],
    [
      "from the future",
      () => ({ paidAt: new Date(city.clock.now().getTime() + 11 * minute).toISOString() }),
      "BAD_INPUT",
    ],
  ])("%s is refused, and nothing is written", async (_, changes, refusal) => {
    const bill = await aBill(city);
    const before = await counts();
    expect(await code(noticeOf(city, bill, changes()))).toBe(refusal);
    expect(await counts()).toEqual(before);
  });

  it.each([
    ["EASY_WALLET", 20],
    ["CONVENIENCE_STORE", 400],
    ["ATM", 20],
  ])("of money that was taken through %s %d days late settles the bill", async (channel, days) => {
    await using later = await City.start();
    const bill = await aBill(later);
    later.clock.advance(days * 24 * 60 * minute);
    const late = await notify(later, noticeOf(later, bill, { channel }));
    expect(late.data.notifyPayment.outcome).toBe("RECEIVED");
    const again = await notify(later, noticeOf(later, bill, { channel }));
    expect(again.data.notifyPayment.outcome).toBe("OVERPAYMENT");
    await later.checkBooks();
  });

  it("of money that was taken through a channel that the bill had closed settles it", async () => {
    await using city = await City.start();
    // More than a store takes on one slip.
    const dear = await aBill(city, { items: [{ name: "學費", amount: 20_001 }] });
    const { data } = await notify(city, noticeOf(city, dear, { channel: "CONVENIENCE_STORE" }));
    expect(data.notifyPayment.outcome).toBe("RECEIVED");
    await city.checkBooks();
  });

  it.each([
    ["nine minutes before the number was issued, as a clock may be off", 9, undefined],
    ["eleven minutes before the number was issued", 11, "BAD_INPUT"],
  ])("of a payment %s", async (_, minutes, refusal) => {
    const bill = await aBill(city);
    const paidAt = new Date(city.clock.now().getTime() - minutes * minute - 5_000).toISOString();
    const { errors } = await notify(city, noticeOf(city, bill, { paidAt }));
    expect(errors?.[0]?.extensions.code).toBe(refusal);
    if (refusal)
      expect(errors![0]!.extensions).toMatchObject({
        field: "paidAt",
        rule: expect.stringMatching(/^It is before/),
      });
  });

  it.each([
    ["at midnight of the day of issue, as a partner says that knows no time", 0, 0, undefined],
    ["a second past midnight of the day of issue", 0, 1_000, "BAD_INPUT"],
    ["at midnight of the day before", -1, 0, "BAD_INPUT"],
  ])("of a payment %s", async (_, days, laterMs, refusal) => {
    await using later = await City.start();
    // Well past midnight in Taipei, whenever the test runs.
    const noon = Date.parse(`${daysAfter(schoolDay(later.clock.now()), 1)}T12:00:00+08:00`);
    later.clock.advance(noon - later.clock.now().getTime());
    const bill = await aBill(later);
    const day = daysAfter(schoolDay(later.clock.now()), days);
    const paidAt = new Date(Date.parse(`${day}T00:00:00+08:00`) + laterMs).toISOString();
    const { errors, data } = await notify(later, noticeOf(later, bill, { paidAt }));
    expect(errors?.[0]?.extensions.code).toBe(refusal);
    if (!refusal) expect(data.notifyPayment.outcome).toBe("RECEIVED");
    await later.checkBooks();
  });

  it("is a partner's alone, and only one's that has an agreement", async () => {
    const notice = noticeOf(city, await aBill(city));
    const variables = { input: notice, proof: await proofOf(city, notice) };
    expect(await city.refusal(guardian("father"), notifyMutation, variables)).toBe("FORBIDDEN");
    expect(await city.refusal(partner("unknown"), notifyMutation, variables)).toBe("FORBIDDEN");
    expect(await city.refusal(partner("bank"), notifyMutation, variables)).toBe("BAD_SIGNATURE");
  });
});

describe("the proof of a notice", () => {
  let city: City;
  let bill: GivenBill;
  beforeAll(async () => {
    city = await City.start();
    bill = await aBill(city);
  });
  afterAll(async () => {
    expect(await city.rows("select * from payment")).toEqual([]);
    await city[Symbol.asyncDispose]();
  });

  const send = async (notice: Notice, proof: string) =>
    city.refusal(partner("wallet"), notifyMutation, { input: notice, proof });

  const forgeries: [string, string, (notice: Notice) => Promise<string>][] = [
    [
      "by a key that is not the partner's",
      "SIGNATURE",
      (notice) => proofOf(city, notice, { key: strangeKey }),
    ],
    [
      "by a key id that is not the partner's",
      "KEY",
      (notice) => proofOf(city, notice, { key: { ...walletKeys.old, kid: "x" } }),
    ],
    ["without a key id", "KEY", (notice) => proofOf(city, notice, { header: { kid: undefined } })],
    ["over another amount", "SIGNATURE", (notice) => proofOf(city, { ...notice, amount: 1 })],
    [
      "over another account",
      "SIGNATURE",
      (notice) => proofOf(city, { ...notice, accountNumber: "1234567890123456" }),
    ],
    [
      "over another transaction number",
      "SIGNATURE",
      (notice) => proofOf(city, { ...notice, transactionNumber: "other" }),
    ],
    [
      "for another operation",
      "OPERATION",
      (notice) => proofOf(city, notice, { header: { operation: "refundPayment" } }),
    ],
    [
      "for no operation",
      "OPERATION",
      (notice) => proofOf(city, notice, { header: { operation: undefined } }),
    ],
    ["for another audience", "AUDIENCE", (notice) => proofOf(city, notice, { header: { aud: "elsewhere" } })],
    ["without a nonce", "NONCE", (notice) => proofOf(city, notice, { header: { nonce: undefined } })],
    ["with a short nonce", "NONCE", (notice) => proofOf(city, notice, { header: { nonce: "1234567" } })],
    ["without a time", "TIME", (notice) => proofOf(city, notice, { header: { iat: undefined } })],
    [
      "whose signature is DER, as openssl writes it",
      "SIGNATURE_DER",
      async (notice) => inDer(await proofOf(city, notice)),
    ],
    ["with one character changed", "SIGNATURE", async (notice) => flipped(await proofOf(city, notice))],
    [
      "that carries its payload",
      "FORM",
      async (notice) => (await proofOf(city, notice)).replace("..", ".e30."),
    ],
    ["that is no proof", "FORM", async () => "proof"],
    ["that is empty", "FORM", async () => ""],
    ["whose header is no JSON", "FORM", async () => "x..y"],
    ["that is endless", "FORM", async () => `${"a".repeat(5_000)}..b`],
    ["that asks for no signature", "ALGORITHM", async (notice) => unsigned(await proofOf(city, notice))],
  ];
  it.each(forgeries)("%s is refused as BAD_SIGNATURE, which says %s", async (_, fault, forge) => {
    const notice = noticeOf(city, bill);
    const variables = { input: notice, proof: await forge(notice) };
    const { errors } = await city.execute(partner("wallet"), notifyMutation, variables);
    expect(errors?.[0]?.extensions).toMatchObject({ code: "BAD_SIGNATURE", fault });
    expect(errors?.[0]?.message).toBe(`The proof is not right. ${errors?.[0]?.extensions.explanation}`);
  });

  it.each([
    ["11 minutes behind", -11 * minute, "CLOCK_SKEW"],
    ["11 minutes ahead", 11 * minute, "CLOCK_SKEW"],
    ["9 minutes behind", -9 * minute, "AMOUNT_DIFFERS"],
    ["9 minutes ahead", 9 * minute, "AMOUNT_DIFFERS"],
  ])("by a clock %s", async (_, skewMs, refusal) => {
    // An amount that differs shows that the proof itself was accepted.
    const notice = noticeOf(city, bill, { amount: 1 });
    const at = new Date(city.clock.now().getTime() + skewMs);
    expect(await send(notice, await proofOf(city, notice, { at }))).toBe(refusal);
  });

  it("is good by either of two keys while one is exchanged for the other", async () => {
    const notice = noticeOf(city, bill, { amount: 1 });
    for (const key of [walletKeys.old, walletKeys.new])
      expect(await send(notice, await proofOf(city, notice, { key }))).toBe("AMOUNT_DIFFERS");
  });
});

function flipped(proof: string): string {
  const last = proof.at(-10) === "A" ? "B" : "A";
  return `${proof.slice(0, -10)}${last}${proof.slice(-9)}`;
}

/** The same r and s as a sequence of two integers. */
function inDer(proof: string): string {
  const raw = Buffer.from(proof.split(".")[2]!, "base64url");
  const integer = (part: Buffer) => {
    const digits = part.subarray(
      Math.max(
        0,
        part.findIndex((byte) => byte !== 0),
      ),
    );
    const padded = digits[0]! >= 0x80 ? Buffer.concat([Buffer.of(0), digits]) : digits;
    return Buffer.concat([Buffer.of(2, padded.length), padded]);
  };
  const both = Buffer.concat([integer(raw.subarray(0, 32)), integer(raw.subarray(32))]);
  const der = Buffer.concat([Buffer.of(0x30, both.length), both]);
  return `${proof.split("..")[0]}..${der.toString("base64url")}`;
}

/** The oldest trick: a header that says that nothing is signed. */
function unsigned(proof: string): string {
  const header = JSON.parse(Buffer.from(proof.split(".")[0]!, "base64url").toString());
  return `${Buffer.from(JSON.stringify({ ...header, alg: "none" })).toString("base64url")}..`;
}

describe("many notices at once", () => {
  it("are one entry each in the ledger, however often and in whatever order they come", async () => {
    await using city = await City.start();
    const issued = await bills(city, await aClass(city, 30));
    const notices = issued.map((bill) => noticeOf(city, bill));
    const copies = notices.flatMap((notice) => Array.from({ length: 10 }, () => notice));
    const answers = await Promise.all(
      shuffled(copies).map(async (notice) => ({ notice, answer: await notify(city, notice) })),
    );
    for (const notice of notices) {
      const same = answers.filter((each) => each.notice === notice).map(({ answer }) => answer);
      expect(same).toHaveLength(10);
      expect(same[0]!.data.notifyPayment.outcome).toBe("RECEIVED");
      for (const answer of same) expect(answer).toEqual(same[0]);
    }
    const [row] = await city.rows(
      "select count(*)::int as count from ledger_transfer where kind = 'PAYMENT_RECEIVED'",
    );
    expect(row!.count).toBe(30);
    await city.checkBooks();
  });

  it("under one number for different bills: one wins, the others are told of the conflict", async () => {
    await using city = await City.start();
    const issued = await bills(city, await aClass(city, 8));
    const transactionNumber = `T-${newId()}`;
    const answers = await Promise.all(
      issued.map((bill) => notify(city, noticeOf(city, bill, { transactionNumber }))),
    );
    const codes = answers.map(({ errors }) => errors?.[0]?.extensions.code);
    expect(codes.filter((code) => code === undefined)).toHaveLength(1);
    expect(codes.filter((code) => code === "TRANSACTION_CONFLICT")).toHaveLength(7);
    expect(await city.rows("select count(*)::int as count from payment")).toEqual([{ count: 1 }]);
    await city.checkBooks();
  });

  it("for one bill from different payers: one settles it, the others are overpayments", async () => {
    await using city = await City.start();
    const bill = await aBill(city);
    const answers = await Promise.all(Array.from({ length: 8 }, () => notify(city, noticeOf(city, bill))));
    const outcomes = answers.map(({ data }) => data.notifyPayment.outcome);
    expect(outcomes.filter((outcome) => outcome === "RECEIVED")).toHaveLength(1);
    expect(outcomes.filter((outcome) => outcome === "OVERPAYMENT")).toHaveLength(7);
    await city.checkBooks();
  });
});

function shuffled<T>(items: readonly T[]): T[] {
  return items
    .map((item) => ({ item, at: Math.random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);
}
