import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { City } from "./city.js";
import { aBill, aBinding, aClass, bills, type GivenBill } from "./given.js";
import { cashier, guardian, partner } from "./viewers.js";
import { noticeOf, notify, pay, proofOf } from "./wallet.js";

let city: City;
beforeAll(async () => {
  city = await City.start();
});
afterAll(async () => {
  await city.checkBooks();
  await city[Symbol.asyncDispose]();
});

const theCashier = cashier("403601");
const fields = `id accountNumber amount status dueDate endedAt endReason items { name amount waived }
  replacedBy { id accountNumber amount replaces { id } } replaces { id } paymentOptions { channel }`;

type Change = "voidBill" | "amendBill" | "waive";
const inputs = { voidBill: "VoidBillInput", amendBill: "AmendBillInput", waive: "WaiveInput" };

const mutation = (field: Change) =>
  `mutation ($input: ${inputs[field]}!) { ${field}(input: $input) { ${fields} } }`;

async function change(field: Change, input: object, viewer = theCashier) {
  const data = await city.read(viewer, mutation(field), { input: { reason: "開錯班級", ...input } });
  await city.settle();
  return data[field];
}

const refusalOf = (field: Change, input: object, viewer = theCashier) =>
  city.refusal(viewer, mutation(field), { input: { reason: "開錯班級", ...input } });

const look = async (viewer: typeof theCashier, { id }: { id: string }) =>
  (await city.read(viewer, `query ($id: ID!) { bill(id: $id) { ${fields} } }`, { id })).bill;

const byNumber = async ({ accountNumber }: { accountNumber: string }) =>
  (
    await city.read(
      partner("wallet"),
      `{ billByAccountNumber(accountNumber: "${accountNumber}") { status amount channels } }`,
    )
  ).billByAccountNumber;

const balances = async () => {
  const { ledgerBalances } = await city.read(
    theCashier,
    '{ ledgerBalances(schoolCode: "403601") { account debits credits } }',
  );
  return new Map<string, number>(
    ledgerBalances.map((each: { account: string; debits: number; credits: number }) => [
      each.account,
      each.debits - each.credits,
    ]),
  );
};

/** How the named accounts have moved by the work, debits less credits. */
async function movement(work: () => Promise<unknown>): Promise<Record<string, number>> {
  const before = await balances();
  await work();
  const after = await balances();
  return Object.fromEntries(
    [...after].map(([account, sum]) => [account, sum - (before.get(account) ?? 0)]).filter(([, sum]) => sum),
  );
}

async function noticesOf(subject: string) {
  const { billNotices } = await city.read(
    guardian(subject),
    "{ billNotices(last: 100) { edges { node { kind bill { id } } } } }",
  );
  return billNotices.edges.map(
    ({ node }: { node: { kind: string; bill: { id: string } } }) => `${node.kind} ${node.bill.id}`,
  );
}

const fewerMeals = { items: [{ name: "午餐費", amount: 3_000 }] };

/** A bill of a pupil whose mother is bound. */
async function aToldBill(subject: string): Promise<GivenBill> {
  const pupils = await aClass(city, 1);
  await aBinding(city, subject, pupils.studentIds[0]!, "MOTHER");
  const [bill] = await bills(city, pupils);
  return bill!;
}

describe("a cashier who takes a bill back", () => {
  it("leaves nothing due, tells its guardians why, and takes it out of the books", async () => {
    const bill = await aToldBill("mother of a void");
    const moved = await movement(() => change("voidBill", { billId: bill.id }));
    expect(moved).toEqual({ RECEIVABLE: -4730, FEES_BILLED: 4730 });
    expect(await look(guardian("mother of a void"), bill)).toMatchObject({
      status: "VOIDED",
      endReason: "開錯班級",
      replacedBy: null,
      paymentOptions: [],
    });
    expect(await byNumber(bill)).toMatchObject({ status: "VOIDED", channels: [] });
    expect(await noticesOf("mother of a void")).toEqual([`ISSUED ${bill.id}`, `VOIDED ${bill.id}`]);
  });

  it("may click twice", async () => {
    const bill = await aBill(city);
    const first = await change("voidBill", { billId: bill.id });
    expect(await movement(() => change("voidBill", { billId: bill.id, reason: "again" }))).toEqual({});
    expect((await look(theCashier, bill)).endReason).toBe(first.endReason);
  });

  it("owes back what is paid all the same", async () => {
    const bill = await aBill(city);
    await change("voidBill", { billId: bill.id });
    expect(await movement(() => pay(city, bill))).toEqual({
      COLLECTED_EASY_WALLET: 4730,
      OVERPAYMENTS: -4730,
    });
  });

  it("says why", async () => {
    const { id: billId } = await aBill(city);
    expect(await refusalOf("voidBill", { billId, reason: "  " })).toBe("BAD_INPUT");
    expect(await refusalOf("voidBill", { billId, reason: "字".repeat(201) })).toBe("BAD_INPUT");
    expect(await look(theCashier, { id: billId })).toMatchObject({ status: "UNPAID", endReason: null });
  });

  it("reads in its history who did it, and why", async () => {
    const bill = await aBill(city);
    await change("voidBill", { billId: bill.id });
    const { history } = (
      await city.read(theCashier, `{ bill(id: "${bill.id}") { history { kind reason by { id } } } }`)
    ).bill;
    expect(history.at(-1)).toEqual({ kind: "VOIDED", reason: "開錯班級", by: { id: theCashier.subject } });
  });
});

describe("a cashier who amends a bill", () => {
  it("asks for the new lines under a new number, and retires the old", async () => {
    const bill = await aToldBill("mother of an amendment");
    const moved = await movement(() => change("amendBill", { billId: bill.id, ...fewerMeals }));
    expect(moved).toEqual({ RECEIVABLE: -1730, FEES_BILLED: 1730 });
    const before = await look(guardian("mother of an amendment"), bill);
    expect(before).toMatchObject({ status: "SUPERSEDED", replacedBy: { amount: 3000 }, paymentOptions: [] });
    expect(before.replacedBy.replaces).toEqual({ id: bill.id });
    expect(before.replacedBy.accountNumber).not.toBe(bill.accountNumber);
    expect(await byNumber(bill)).toMatchObject({ status: "SUPERSEDED", channels: [] });
    expect(await byNumber(before.replacedBy)).toMatchObject({ status: "UNPAID", amount: 3000 });
    expect(await noticesOf("mother of an amendment")).toEqual([
      `ISSUED ${bill.id}`,
      `AMENDED ${before.replacedBy.id}`,
    ]);
  });

  it("may give it another day alone", async () => {
    const bill = await aBill(city);
    const dueDate = "2027-01-15";
    expect(await movement(() => change("amendBill", { billId: bill.id, dueDate }))).toEqual({});
    const { replacedBy } = await look(theCashier, bill);
    expect(await look(theCashier, replacedBy)).toMatchObject({ dueDate, amount: 4730 });
  });

  it("may click twice, and has one new bill", async () => {
    const bill = await aBill(city);
    const first = await change("amendBill", { billId: bill.id, ...fewerMeals });
    const second = await change("amendBill", { billId: bill.id, ...fewerMeals });
    expect(second.id).toBe(first.id);
    expect(await refusalOf("amendBill", { billId: bill.id, dueDate: "2027-01-15" })).toBe("SUPERSEDED");
  });

  it("shows whoever is paying it as paying the new one, who may still take that back", async () => {
    const bill = await aToldBill("mother who pays");
    const started = await city.read(
      guardian("mother who pays"),
      `mutation { startPayment(input: { billId: "${bill.id}", channel: ATM, idempotencyKey: "k" }) { id } }`,
    );
    const next = await change("amendBill", { billId: bill.id, ...fewerMeals });
    const claims = `{ bill(id: "${next.id}") { claims { id mine } } }`;
    const [claim] = (await city.read(guardian("mother who pays"), claims)).bill.claims;
    expect(claim).toEqual({ id: started.startPayment.id, mine: true });
    const cancel = `mutation { cancelPayment(claimId: "${claim.id}") { id claims { id } } }`;
    expect((await city.read(guardian("mother who pays"), cancel)).cancelPayment).toEqual({
      id: next.id,
      claims: [],
    });
  });

  it.each([
    ["what it says already", {}, "NOTHING_AMENDED"],
    ["no lines", { items: [] }, "BAD_INPUT"],
    ["a line of nothing", { items: [{ name: "午餐費", amount: 0 }] }, "BAD_INPUT"],
    ["a day that has passed", { dueDate: "2020-01-01" }, "BAD_INPUT"],
  ])("is refused %s", async (_, input, code) => {
    const { id: billId } = await aBill(city);
    expect(await refusalOf("amendBill", { billId, ...input })).toBe(code);
    expect(await look(theCashier, { id: billId })).toMatchObject({ status: "UNPAID", replacedBy: null });
  });
});

describe("money under the number of a bill that was amended", () => {
  const tell = async (bill: GivenBill) => {
    const { data, errors } = await notify(city, noticeOf(city, bill));
    await city.settle();
    return errors?.[0]?.extensions.code ?? data.notifyPayment.outcome;
  };

  it("settles the new bill where it asks for the same", async () => {
    const bill = await aBill(city);
    const next = await change("amendBill", { billId: bill.id, dueDate: "2027-01-15" });
    expect(await movement(() => pay(city, bill))).toEqual({ COLLECTED_EASY_WALLET: 4730, RECEIVABLE: -4730 });
    expect(await look(theCashier, next)).toMatchObject({ status: "PAID" });
    expect(await tell({ ...bill, accountNumber: next.accountNumber })).toBe("OVERPAYMENT");
  });

  it("waits unapplied where it asks for another amount", async () => {
    const bill = await aBill(city);
    const next = await change("amendBill", { billId: bill.id, ...fewerMeals });
    expect(await movement(() => pay(city, bill))).toEqual({ COLLECTED_EASY_WALLET: 4730, UNAPPLIED: -4730 });
    expect(await look(theCashier, next)).toMatchObject({ status: "UNPAID" });
    const { history } = (await city.read(theCashier, `{ bill(id: "${next.id}") { history { kind } } }`)).bill;
    expect(history.at(-1)).toEqual({ kind: "UNAPPLIED" });
  });

  it("is owed back where the new one is paid, taken back or waived", async () => {
    for (const end of [
      (next: GivenBill) => pay(city, next),
      ({ id: billId }: GivenBill) => change("voidBill", { billId }),
      ({ id: billId }: GivenBill) => change("waive", { billId, itemName: "午餐費", amount: 3_000 }),
    ]) {
      const bill = await aBill(city);
      await end(await change("amendBill", { billId: bill.id, ...fewerMeals }));
      expect(await tell(bill)).toBe("OVERPAYMENT");
    }
  });

  it("is measured by what that number asked for, however often the bill was amended since", async () => {
    const bill = await aBill(city);
    const second = await change("amendBill", { billId: bill.id, ...fewerMeals });
    const third = await change("amendBill", {
      billId: second.id,
      items: [{ name: "午餐費", amount: 4_730 }],
    });
    expect(await tell({ ...bill, amount: 3_000 })).toBe("AMOUNT_DIFFERS");
    expect(await tell({ ...bill, accountNumber: second.accountNumber, amount: 3_000 })).toBe("UNAPPLIED");
    expect(await tell(bill)).toBe("RECEIVED");
    expect(await look(theCashier, third)).toMatchObject({ status: "PAID" });
  });

  it("has one answer, whenever the same notice comes again", async () => {
    const bill = await aBill(city);
    const notice = noticeOf(city, bill);
    const proof = { input: notice, proof: await proofOf(city, notice) };
    const { data } = await notify(city, notice);
    expect(data.notifyPayment.outcome).toBe("RECEIVED");
    expect(await refusalOf("amendBill", { billId: bill.id, dueDate: "2027-01-15" })).toBe("ALREADY_PAID");
    expect((await notify(city, proof.input)).data).toEqual(data);
  });

  it("is booked once where a cashier amends and a payer pays at the same moment", async () => {
    for (let race = 0; race < 10; race++) {
      const bill = await aBill(city);
      const [amended, paid] = await Promise.all([
        city.execute(theCashier, mutation("amendBill"), {
          input: { billId: bill.id, reason: "r", ...fewerMeals },
        }),
        notify(city, noticeOf(city, bill)),
      ]);
      const outcome = paid.data.notifyPayment.outcome;
      expect(amended.errors).toBeUndefined();
      // Whoever paid first has the difference owed back; who paid the retired number has it waiting.
      expect([outcome, (await look(theCashier, bill)).status]).toEqual(
        outcome === "RECEIVED" ? ["RECEIVED", "PAID"] : ["UNAPPLIED", "SUPERSEDED"],
      );
    }
    await city.checkBooks();
  });
});

describe("a cashier who waives a line", () => {
  it("asks for the rest under a new number, and keeps in the books what was billed and waived", async () => {
    const { id: billId } = await aBill(city);
    const moved = await movement(() => change("waive", { billId, itemName: "午餐費", amount: 1_000 }));
    expect(moved).toEqual({ RECEIVABLE: -1000, WAIVERS: 1000 });
    const { replacedBy } = await look(theCashier, { id: billId });
    expect(await look(theCashier, replacedBy)).toMatchObject({
      amount: 3730,
      items: [
        { name: "午餐費", amount: 3000, waived: 1000 },
        { name: "家長會費", amount: 730, waived: 0 },
      ],
    });
  });

  it("leaves nothing due where all of it is waived, and tells the guardians", async () => {
    const bill = await aToldBill("mother of a waiver");
    const rest = await change("waive", { billId: bill.id, itemName: "午餐費", amount: 4_000 });
    const whole = await change("waive", { billId: rest.id, itemName: "家長會費", amount: 730 });
    expect(whole).toMatchObject({ id: rest.id, status: "WAIVED", paymentOptions: [] });
    expect(await noticesOf("mother of a waiver")).toEqual([`ISSUED ${bill.id}`, `AMENDED ${rest.id}`]);
    expect(
      await city.refusal(theCashier, mutation("voidBill"), { input: { billId: rest.id, reason: "x" } }),
    ).toBe("BILL_ENDED");
  });

  it("may click twice, and waives once", async () => {
    const { id: billId } = await aBill(city);
    const input = { billId, itemName: "午餐費", amount: 500 };
    expect((await change("waive", input)).id).toBe((await change("waive", input)).id);
  });

  it("has the waiver undone in the books when the bill is taken back", async () => {
    const { id: billId } = await aBill(city);
    const moved = await movement(async () => {
      const rest = await change("waive", { billId, itemName: "午餐費", amount: 1_000 });
      await change("voidBill", { billId: rest.id });
    });
    expect(moved).toEqual({ RECEIVABLE: -4730, FEES_BILLED: 4730 });
  });

  it.each([
    ["a line that is not there", { itemName: "冷氣費", amount: 1 }],
    ["more than the line asks for", { itemName: "家長會費", amount: 731 }],
    ["nothing", { itemName: "家長會費", amount: 0 }],
  ])("is refused %s", async (_, input) => {
    const { id: billId } = await aBill(city);
    expect(await refusalOf("waive", { billId, ...input })).toBe("BAD_INPUT");
  });
});

it.each(["voidBill", "amendBill", "waive"] as const)(
  "keeps %s from everybody but that school's cashiers",
  async (field) => {
    const bill = await aToldBill("another mother");
    const input = {
      billId: bill.id,
      ...(field === "amendBill" ? fewerMeals : {}),
      ...(field === "waive" ? { itemName: "午餐費", amount: 1 } : {}),
    };
    expect(await refusalOf(field, input, guardian("another mother"))).toBe("FORBIDDEN");
    expect(await refusalOf(field, input, cashier("403501"))).toBe("NOT_FOUND");
    expect(await refusalOf(field, { ...input, billId: "no id" })).toBe("NOT_FOUND");
    expect(await look(theCashier, bill)).toMatchObject({ status: "UNPAID" });
  },
);
