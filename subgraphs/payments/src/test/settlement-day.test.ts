import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { disagreementsIn } from "../../../../test/harness/books.js";
import { City } from "./city.js";
import { aClass, bills, type GivenBill } from "./given.js";
import { csvFile, type GivenLine } from "./settlement-files.js";
import { cashier, withSecondFactor } from "./viewers.js";

const billCount = 10_000;
const faultsOfEachKind = 10;
const kinds = [
  "UNKNOWN_NUMBER",
  "AMOUNT_DIFFERS",
  "NOT_NOTIFIED",
  "NOT_SETTLED",
  "DUPLICATE",
  "SUPERSEDED",
] as const;
type Kind = (typeof kinds)[number];

describe("a day of 10,000 lines with sixty seeded faults of six kinds", () => {
  it("has all sixty found and classed, none beside, and comes to the same for bank, books and bills", async () => {
    await using city = await City.start();
    const issued = await manyBills(city);
    const seeded = seedFaults(issued);
    await payAll(city, issued, seeded);
    const { lines, expected } = fileOf(issued, seeded);
    const { totals, found, file } = await importAll(city, csvFile(city, { lines }));
    expect(file.lines).toBe(billCount);
    expect(found).toEqual(expected);
    expect(totals.ledger).toBe(totals.bank);
    expect(totals.bills + totals.differing + totals.suspense).toBe(totals.bank);
    expect(totals).toMatchObject({ exceptions: 60, matched: billCount - 50 });
    await city.checkBooks();
    // The canary: a row of the ledger that somebody has changed shows in the three ways, and to the check after each test.
    await city.rows("alter table ledger_transfer disable trigger user");
    await city.rows(
      "update ledger_transfer set amount = amount + 1 where id = (select id from ledger_transfer where kind = 'PAYMENT_SETTLED' limit 1)",
    );
    const tampered = (await importAll(city, csvFile(city, { lines }))).totals;
    expect(tampered.ledger).toBe(tampered.bank + 1);
    expect(await disagreementsIn(city.database.urls)).not.toEqual([]);
  }, 300_000);
});

async function manyBills(city: City): Promise<GivenBill[]> {
  const issued: GivenBill[] = [];
  for (let batch = 0; batch < billCount / 2_000; batch++)
    issued.push(...(await bills(city, await aClass(city, 2_000))));
  return issued;
}

/** Which of the bills have which fault: chosen by a seed that the test names. */
function seedFaults(issued: readonly GivenBill[]): ReadonlyMap<number, Kind> {
  const [places] = fc.sample(
    fc.uniqueArray(fc.nat(issued.length - 1), {
      minLength: kinds.length * faultsOfEachKind,
      maxLength: kinds.length * faultsOfEachKind,
    }),
    { numRuns: 1, seed: 20_261_201 },
  );
  return new Map(places!.map((place, index) => [place, kinds[index % kinds.length]!]));
}

const transactionOf = (place: number) => `D-${place}`;
/** Nobody has told of those. */
const isUnheard = (kind: Kind | undefined) =>
  kind === "NOT_NOTIFIED" || kind === "SUPERSEDED" || kind === "UNKNOWN_NUMBER";

/** What the wallet's notices would have written, in a few statements. */
async function payAll(
  city: City,
  issued: readonly GivenBill[],
  seeded: ReadonlyMap<number, Kind>,
): Promise<void> {
  const notified = issued.flatMap(({ id }, place) =>
    isUnheard(seeded.get(place)) ? [] : [{ id, number: transactionOf(place) }],
  );
  const now = city.clock.now();
  await city.rows(
    `insert into payment (id, bill_id, partner, transaction_number, account_number, amount, channel, paid_at, outcome, received_at)
     select gen_random_uuid(), bill.id, 'wallet', number, account_number, amount, 'EASY_WALLET', ?, 'RECEIVED', ?
     from jsonb_to_recordset(?::jsonb) as notified (id uuid, number text) join bill using (id)`,
    [now, now, JSON.stringify(notified)],
  );
  await city.rows(
    `insert into ledger_transfer (id, kind, school_code, debit_account, credit_account, amount, bill_id, payment_id, posted_at)
     select gen_random_uuid(), 'PAYMENT_RECEIVED', school_code, 'COLLECTED_EASY_WALLET', 'RECEIVABLE', payment.amount,
       bill.id, payment.id, ? from payment join bill on bill.id = bill_id`,
    [now],
  );
  await city.rows("update bill set status = 'PAID', paid_at = ? where id in (select bill_id from payment)", [
    now,
  ]);
  for (const [place, kind] of seeded)
    if (kind === "SUPERSEDED")
      await city.read(
        cashier("403601"),
        'mutation ($id: ID!) { amendBill(input: { billId: $id, dueDate: "2027-01-15", reason: "r" }) { id } }',
        { id: issued[place]!.id },
      );
  await city.settle();
}

/** The bank's file of that day, and what is to be found in it. */
function fileOf(issued: readonly GivenBill[], seeded: ReadonlyMap<number, Kind>) {
  const lines: GivenLine[] = [];
  const expected: string[] = [];
  for (const [place, { accountNumber, amount }] of issued.entries()) {
    const kind = seeded.get(place);
    const line = { transactionNumber: transactionOf(place), reference: accountNumber, amount };
    if (kind) expected.push(`${kind} ${line.transactionNumber}`);
    if (kind === "NOT_SETTLED") continue;
    if (kind === "UNKNOWN_NUMBER") line.reference = `9${accountNumber.slice(1)}`;
    if (kind === "AMOUNT_DIFFERS") line.amount -= 15;
    lines.push(line);
    if (kind === "DUPLICATE") lines.push({ ...line });
  }
  return { lines, expected: expected.sort() };
}

async function importAll(city: City, content: string) {
  const viewer = withSecondFactor(cashier("403601"), city.clock.now());
  const { importSettlement: file } = await city.read(
    viewer,
    `mutation ($input: ImportSettlementInput!) { importSettlement(input: $input) {
      lines totals { bank ledger bills differing suspense matched exceptions }
      exceptions(first: 100) { edges { node { kind transactionNumber } } } } }`,
    { input: { schoolCode: "403601", content } },
  );
  const found = file.exceptions.edges.map(
    ({ node }: { node: { kind: string; transactionNumber: string } }) =>
      `${node.kind} ${node.transactionNumber}`,
  );
  return { totals: file.totals, found: found.sort(), file };
}
