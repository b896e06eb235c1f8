import { newId } from "@campus-graph/kit/sql/id";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { City } from "./city.js";
import { aBill, aBinding, aClass, anEndedBinding, bills, type GivenBill } from "./given.js";
import { cashier, guardian, withSecondFactor } from "./viewers.js";
import { noticeOf, notify, pay } from "./wallet.js";

let city: City;
beforeAll(async () => {
  city = await City.start();
});
afterEach(() => city.checkBooks());
afterAll(() => city[Symbol.asyncDispose]());

const first = cashier("403601", "first");
const second = cashier("403601", "second");
const withFactor = (viewer = second) => withSecondFactor(viewer, city.clock.now());

const caseFields = `id amount open reason heldAt holdNote closedAt openingReason bill { id }
  account { bankCode maskedAccount } creditableBills { id }
  refunds { id amount state reason proposedBy approvedBy mine rejectionReason creditedBill { id } }`;

async function caseOf({ id }: GivenBill, viewer = first) {
  const { paymentCases } = await city.read(
    viewer,
    `{ paymentCases(schoolCode: "403601", first: 100) { edges { node { ${caseFields} } } } }`,
  );
  return paymentCases.edges
    .map(({ node }: { node: { bill: { id: string } } }) => node)
    .find(({ bill }: { bill: { id: string } }) => bill.id === id);
}

const inputs = {
  creditCase: "CreditCaseInput",
  holdCase: "HoldCaseInput",
  proposeRefund: "ProposeRefundInput",
  approveRefund: "ApproveRefundInput",
  rejectRefund: "RejectRefundInput",
};
type Act = keyof typeof inputs;
const mutation = (act: Act) =>
  `mutation ($input: ${inputs[act]}!) { ${act}(input: $input) { ${caseFields} } }`;

async function decide(act: Act, input: object, viewer = first) {
  const data = await city.read(viewer, mutation(act), { input });
  await city.settle();
  return data[act];
}
const refusalOf = (act: Act, input: object, viewer = first) => city.refusal(viewer, mutation(act), { input });

/** A bill that was paid twice, its pupil's mother and father being bound. */
async function anOverpaidBill(name: string): Promise<{ bill: GivenBill; unpaid: GivenBill }> {
  const pupils = await aClass(city, 1);
  await aBinding(city, `mother of ${name}`, pupils.studentIds[0]!, "MOTHER");
  await aBinding(city, `father of ${name}`, pupils.studentIds[0]!);
  const [bill] = await bills(city, pupils);
  const [unpaid] = await bills(city, pupils, { items: [{ name: "校外教學", amount: 700 }] });
  await pay(city, bill!);
  await pay(city, bill!, { channel: "CONVENIENCE_STORE" });
  return { bill: bill!, unpaid: unpaid! };
}

async function noticesOf(subject: string) {
  const { billNotices } = await city.read(
    guardian(subject),
    "{ billNotices(last: 100) { edges { node { kind bill { id } } } } }",
  );
  return billNotices.edges.map(({ node }: { node: { kind: string } }) => node.kind);
}

async function balance(account: string): Promise<number> {
  const { ledgerBalances } = await city.read(
    first,
    '{ ledgerBalances(schoolCode: "403601") { account debits credits } }',
  );
  const found = ledgerBalances.find((each: { account: string }) => each.account === account);
  return found ? found.debits - found.credits : 0;
}

const owedBack = async (subject: string, { id }: GivenBill) =>
  (
    await city.read(
      guardian(subject),
      `query ($id: ID!) { bill(id: $id) { owedBack { id amount reason paidBack credited accountGiven mayGiveAccount
        account { bankCode maskedAccount } closedAt } } }`,
      { id },
    )
  ).bill.owedBack;

const give = `mutation ($input: SetRefundAccountInput!) {
  setRefundAccount(input: $input) { account { bankCode maskedAccount } } }`;

describe("money that settled no bill", () => {
  it("opens a case when a bill is paid twice, and both guardians are told", async () => {
    const { bill } = await anOverpaidBill("a case");
    expect(await caseOf(bill)).toMatchObject({
      amount: 4730,
      open: 4730,
      reason: "OVERPAYMENT",
      refunds: [],
    });
    for (const who of ["mother", "father"])
      expect(await noticesOf(`${who} of a case`)).toEqual(["ISSUED", "ISSUED", "PAID", "OVERPAID"]);
  });

  it("is told of each time that a bill is paid again", async () => {
    const { bill } = await anOverpaidBill("two cases");
    await pay(city, bill, { channel: "ATM" });
    expect(
      (await noticesOf("mother of two cases")).filter((kind: string) => kind === "OVERPAID"),
    ).toHaveLength(2);
  });

  it("opens a case as UNAPPLIED under a retired number, of which nobody is told that it is owed back", async () => {
    const pupils = await aClass(city, 1);
    await aBinding(city, "mother of an old number", pupils.studentIds[0]!, "MOTHER");
    const [bill] = await bills(city, pupils);
    await city.read(
      first,
      `mutation ($id: ID!) { amendBill(input: { billId: $id, items: [{ name: "午餐費", amount: 3000 }], reason: "r" }) { id } }`,
      { id: bill!.id },
    );
    await pay(city, bill!);
    const { replacedBy } = (
      await city.read(first, "query ($id: ID!) { bill(id: $id) { replacedBy { id } } }", { id: bill!.id })
    ).bill;
    const waiting = await caseOf(replacedBy);
    expect(waiting).toMatchObject({
      reason: "UNAPPLIED",
      open: 4730,
      creditableBills: [{ id: replacedBy.id }],
    });
    expect(await noticesOf("mother of an old number")).toEqual(["ISSUED", "AMENDED"]);
    const credited = await decide("creditCase", { caseId: waiting.id, billId: replacedBy.id });
    expect(credited).toMatchObject({
      open: 1730,
      closedAt: null,
      refunds: [{ state: "CREDITED", amount: 3000 }],
    });
    expect(await noticesOf("mother of an old number")).toEqual(["ISSUED", "AMENDED", "PAID"]);
  });

  it("is read by its own school's cashiers alone", async () => {
    const { bill } = await anOverpaidBill("another school");
    const { id } = await caseOf(bill);
    const query = "query ($id: ID!) { paymentCase(id: $id) { id } }";
    expect((await city.read(cashier("403501"), query, { id })).paymentCase).toBeNull();
    expect(await city.refusal(guardian("mother of another school"), query, { id })).toBe("FORBIDDEN");
    expect(await refusalOf("holdCase", { caseId: id, note: "x" }, cashier("403501"))).toBe("NOT_FOUND");
  });
});

describe("a paid bill that is made smaller", () => {
  const amend = `mutation ($id: ID!, $amount: Int!) {
    amendBill(input: { billId: $id, items: [{ name: "午餐費", amount: $amount }], reason: "菜色更換" }) { id status amount reduced } }`;
  const waive = `mutation ($id: ID!) {
    waive(input: { billId: $id, itemName: "午餐費", amount: 500, reason: "低收入戶" }) { id status amount reduced } }`;

  it("stays paid, and what it asks no more for is owed back, once", async () => {
    const bill = await aBill(city);
    await pay(city, bill);
    const before = { billed: await balance("FEES_BILLED"), owed: await balance("OVERPAYMENTS") };
    for (const _ of [1, 2])
      expect((await city.read(first, amend, { id: bill.id, amount: 4000 })).amendBill).toEqual({
        id: bill.id,
        status: "PAID",
        amount: 4730,
        reduced: 730,
      });
    expect(await caseOf(bill)).toMatchObject({
      amount: 730,
      reason: "OVERPAYMENT",
      openingReason: "菜色更換",
    });
    expect((await balance("FEES_BILLED")) - before.billed).toBe(730);
    expect((await balance("OVERPAYMENTS")) - before.owed).toBe(-730);
    const { history } = (
      await city.read(first, "query ($id: ID!) { bill(id: $id) { history { kind amount reason } } }", {
        id: bill.id,
      })
    ).bill;
    expect(history.at(-1)).toEqual({ kind: "REDUCED", amount: 730, reason: "菜色更換" });
  });

  it("counts in the figures as what the school asks for in the end", async () => {
    const title = `figures ${newId()}`;
    const bill = await aBill(city, { title });
    await pay(city, bill);
    await city.read(first, waive, { id: bill.id });
    const { figures } = await city.read(
      first,
      'query ($title: String!) { figures(input: { schoolCode: "403601", by: SCHOOL, filter: { title: $title } }) { billed paid open } }',
      { title },
    );
    expect(figures).toEqual([{ billed: 4230, paid: 4230, open: 0 }]);
  });

  it("cannot be made larger: money that has arrived is not asked for anew", async () => {
    const bill = await aBill(city);
    await pay(city, bill);
    expect(await city.refusal(first, amend, { id: bill.id, amount: 5000 })).toBe("ALREADY_PAID");
    expect(await city.refusal(first, amend, { id: bill.id, amount: 4730 })).toBe("ALREADY_PAID");
  });
});

describe("a cashier who decides about it", () => {
  it("credits it to another bill of the pupil, which is paid by it, and its guardians are told", async () => {
    const { bill, unpaid } = await anOverpaidBill("a credit");
    const { id: caseId, creditableBills } = await caseOf(bill);
    expect(creditableBills).toEqual([{ id: unpaid.id }]);
    const collected = await balance("COLLECTED_CONVENIENCE_STORE");
    for (const _ of [1, 2])
      expect(await decide("creditCase", { caseId, billId: unpaid.id })).toMatchObject({ open: 4030 });
    expect(await balance("COLLECTED_CONVENIENCE_STORE")).toBe(collected);
    const { status } = (
      await city.read(first, "query ($id: ID!) { bill(id: $id) { status } }", { id: unpaid.id })
    ).bill;
    expect(status).toBe("PAID");
    expect((await noticesOf("mother of a credit")).filter((kind: string) => kind === "PAID")).toHaveLength(2);
  });

  it("credits it to no bill of another pupil, none that is paid, and none that asks for more", async () => {
    const { bill } = await anOverpaidBill("no credit");
    const { id: caseId } = await caseOf(bill);
    const another = await aBill(city);
    const [larger] = await bills(
      city,
      { schoolCode: "403601", classId: "", studentIds: [] },
      {
        studentIds: [bill.studentId],
        items: [{ name: "學費", amount: 4731 }],
      },
    );
    for (const billId of [another.id, bill.id, larger!.id, newId(), "no id"])
      expect(await refusalOf("creditCase", { caseId, billId })).toBe("BILL_TAKES_NO_CREDIT");
  });

  it("holds it, until something is decided", async () => {
    const { bill } = await anOverpaidBill("a hold");
    const { id: caseId } = await caseOf(bill);
    expect(await decide("holdCase", { caseId, note: "待家長回覆" })).toMatchObject({
      holdNote: "待家長回覆",
    });
    expect(await decide("proposeRefund", { caseId, amount: 1, reason: "r" })).toMatchObject({ heldAt: null });
    expect(await refusalOf("holdCase", { caseId, note: " " })).toBe("BAD_INPUT");
  });

  it("proposes a part, which another approves with a second factor given just now, and nobody alone", async () => {
    const { bill } = await anOverpaidBill("two cashiers");
    const { id: caseId } = await caseOf(bill);
    const payable = await balance("REFUNDS_PAYABLE");
    const { refunds, open } = await decide("proposeRefund", { caseId, amount: 1000, reason: "重複繳費" });
    expect([open, refunds]).toMatchObject([3730, [{ state: "PROPOSED", mine: true, proposedBy: "first" }]]);
    const refundId = refunds[0].id;
    expect(await refusalOf("approveRefund", { refundId }, withFactor(first))).toBe("OWN_REFUND");
    expect(await refusalOf("approveRefund", { refundId }, second)).toBe("SECOND_FACTOR_REQUIRED");
    const stale = withFactor();
    city.clock.advance(5 * 60_000 + 1);
    expect(await refusalOf("approveRefund", { refundId }, stale)).toBe("SECOND_FACTOR_REQUIRED");
    expect(await refusalOf("approveRefund", { refundId }, withFactor(cashier("403501")))).toBe("NOT_FOUND");
    const approved = await decide("approveRefund", { refundId }, withFactor());
    expect(approved.refunds).toMatchObject([{ state: "APPROVED", approvedBy: "second" }]);
    expect((await balance("REFUNDS_PAYABLE")) - payable).toBe(-1000);
    expect(await refusalOf("approveRefund", { refundId }, withFactor())).toBe("REFUND_DECIDED");
    expect(await refusalOf("rejectRefund", { refundId, reason: "r" })).toBe("REFUND_DECIDED");
  });

  it("may click twice, and proposes no more than there is", async () => {
    const { bill } = await anOverpaidBill("too much");
    const { id: caseId } = await caseOf(bill);
    for (const _ of [1, 2])
      expect((await decide("proposeRefund", { caseId, amount: 4000, reason: "r" })).refunds).toHaveLength(1);
    expect(await refusalOf("proposeRefund", { caseId, amount: 731, reason: "r" })).toBe("CASE_EXCEEDED");
    for (const amount of [0, -1])
      expect(await refusalOf("proposeRefund", { caseId, amount, reason: "r" })).toBe("BAD_INPUT");
  });

  it("takes a proposal back, and its money is open again", async () => {
    const { bill } = await anOverpaidBill("a rejection");
    const { id: caseId } = await caseOf(bill);
    const { refunds } = await decide("proposeRefund", { caseId, amount: 4730, reason: "r" });
    const rejected = await decide("rejectRefund", { refundId: refunds[0].id, reason: "金額不對" });
    expect(rejected).toMatchObject({
      open: 4730,
      refunds: [{ state: "REJECTED", approvedBy: null, rejectionReason: "金額不對" }],
    });
  });

  it("decides one thing at a time: of ten proposals at once for all of it, one is made", async () => {
    const { bill } = await anOverpaidBill("a race");
    const { id: caseId } = await caseOf(bill);
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, place) =>
        city.execute(first, mutation("proposeRefund"), {
          input: { caseId, amount: 4730, reason: `r${place}` },
        }),
      ),
    );
    expect(answers.filter(({ errors }) => !errors)).toHaveLength(1);
  });
});

describe("where money is paid back", () => {
  async function asked(name: string) {
    const { bill } = await anOverpaidBill(name);
    const { id: caseId } = await caseOf(bill);
    return { bill, input: { caseId, bankCode: "０１２", account: "4803-0063 0001" } };
  }

  it("is asked of each guardian where nobody knows who paid; the other one learns no more than that it was said", async () => {
    const { bill, input } = await asked("an account");
    expect(await owedBack("father of an account", bill)).toMatchObject([
      { mayGiveAccount: true, accountGiven: false },
    ]);
    const answer = await city.read(guardian("mother of an account"), give, { input });
    expect(answer.setRefundAccount.account).toEqual({ bankCode: "012", maskedAccount: "••••0001" });
    expect(await owedBack("father of an account", bill)).toMatchObject([
      { accountGiven: true, account: null },
    ]);
    expect(await city.refusal(guardian("father of an account"), give, { input })).toBe(
      "REFUND_ACCOUNT_FIXED",
    );
    expect(await caseOf(bill)).toMatchObject({ account: { bankCode: "012", maskedAccount: "••••0001" } });
    const [row] = await city.rows("select payee_account from payment_case where id = ?", [input.caseId]);
    expect(JSON.stringify(row)).not.toContain("480300630001");
  });

  it("is asked of the guardian who had begun to pay by that channel", async () => {
    const pupils = await aClass(city, 1);
    await aBinding(city, "mother who paid", pupils.studentIds[0]!, "MOTHER");
    await aBinding(city, "father who did not", pupils.studentIds[0]!);
    const [bill] = await bills(city, pupils);
    await city.read(
      guardian("mother who paid"),
      `mutation { startPayment(input: { billId: "${bill!.id}", channel: CONVENIENCE_STORE, idempotencyKey: "k" }) { id } }`,
    );
    await pay(city, bill!);
    await pay(city, bill!, { channel: "CONVENIENCE_STORE" });
    const { id: caseId } = await caseOf(bill!);
    const input = { caseId, bankCode: "012", account: "480300630001" };
    expect(await owedBack("father who did not", bill!)).toMatchObject([{ mayGiveAccount: false }]);
    expect(await city.refusal(guardian("father who did not"), give, { input })).toBe("OTHER_GUARDIAN_PAID");
    await city.read(guardian("mother who paid"), give, { input });
  });

  it("may be said anew by the other guardian once who said it is bound no more", async () => {
    const pupils = await aClass(city, 1);
    const binding = await aBinding(city, "mother who left", pupils.studentIds[0]!, "MOTHER");
    await aBinding(city, "father who stayed", pupils.studentIds[0]!);
    const [bill] = await bills(city, pupils);
    await pay(city, bill!);
    await pay(city, bill!);
    const { id: caseId } = await caseOf(bill!);
    const input = { caseId, bankCode: "012", account: "480300630001" };
    await city.read(guardian("mother who left"), give, { input });
    await anEndedBinding(city, binding);
    await city.settle();
    expect(await city.refusal(guardian("mother who left"), give, { input })).toBe("NOT_FOUND");
    await city.read(guardian("father who stayed"), give, { input });
  });

  it.each([
    ["a bank's name", { bankCode: "富邦" }],
    ["too few digits", { account: "12345" }],
    ["letters", { account: "12345678A" }],
  ])("is refused %s", async (name, wrong) => {
    const { input } = await asked(name);
    const viewer = guardian(`mother of ${name}`);
    expect(await city.refusal(viewer, give, { input: { ...input, ...wrong } })).toBe("BAD_INPUT");
  });

  it("is opened for the order to the bank alone, after which it stays", async () => {
    const { input } = await asked("an order");
    const mother = guardian("mother of an order");
    await city.read(mother, give, { input });
    const { refunds } = await decide("proposeRefund", { caseId: input.caseId, amount: 4730, reason: "r" });
    const order = 'mutation { orderPayouts(schoolCode: "403601") { refundId amount bankCode account } }';
    const payouts = async () =>
      (await city.read(withFactor(), order)).orderPayouts.filter(
        ({ refundId }: { refundId: string }) => refundId === refunds[0].id,
      );
    expect(await payouts()).toEqual([]);
    await decide("approveRefund", { refundId: refunds[0].id }, withFactor());
    await city.read(mother, give, { input: { ...input, account: "9999 8888" } });
    expect(await payouts()).toEqual([
      { refundId: refunds[0].id, amount: 4730, bankCode: "012", account: "99998888" },
    ]);
    expect(await city.refusal(mother, give, { input })).toBe("REFUND_ACCOUNT_FIXED");
    expect(await payouts()).toHaveLength(1);
    expect(await city.refusal(second, order)).toBe("SECOND_FACTOR_REQUIRED");
    expect(await city.refusal(withFactor(cashier("403501")), order)).toBe("FORBIDDEN");
  });
});

it("has its books checked: a case that vanishes is found", async () => {
  await using tampered = await City.start();
  const bill = await aBill(tampered);
  await pay(tampered, bill);
  await notify(tampered, noticeOf(tampered, bill));
  await tampered.settle();
  await tampered.checkBooks();
  await tampered.rows("delete from payment_case");
  await expect(tampered.checkBooks()).rejects.toThrow();
});
