import type { Connection } from "../../src/connect.js";
import { billNotices, type NoticeOf } from "../../src/feeds.js";
import {
  BadgeDocument,
  BillDocument,
  BillNoticesDocument,
  type BillQuery,
  IssueBillsDocument,
  SchoolClassesDocument,
} from "../../src/generated/operations.js";
import type { Tail } from "../../src/tail.js";
import { type DemoContext, expectThat } from "../context.js";
import type { Family } from "../fixtures.js";
import type { Classes } from "./schools.js";

export const cashierLogin = "cashier@campus.example";

/** A bill as the guardian sees it, and what the guardian goes on listening to. */
export interface Billed {
  bill: NonNullable<BillQuery["bill"]>;
  notices: Tail<NoticeOf<typeof billNotices>>;
}

const billed = {
  lunch: { title: "營養午餐費", items: [{ name: "午餐", amount: 3200 }] },
  books: {
    title: "教科書書籍費",
    items: [
      { name: "教科書", amount: 1130 },
      { name: "簿本", amount: 150 },
    ],
  },
  trip: { title: "校外教學費", items: [{ name: "門票與車資", amount: 680 }] },
};

/** The cashier issues bills; the guardian gets the notice live, is cut off, misses two, and gets exactly those two. */
export async function bill(
  context: DemoContext,
  family: Family,
  classes: Classes,
  phone: Connection,
): Promise<Billed> {
  context.narrator.chapter("Bills, and a cut in the line");
  const before = await context.step("The father listens for bills", () =>
    context.subscribe(phone, billNotices),
  );
  const issue = await openCashier(context, family.younger.schoolCode, classes.younger);
  await context.step(`The cashier issues a bill to ${classes.younger}`, () => issue(billed.lunch));
  const first = await context.step("… and the father is told at once", async () => {
    const notice = await context.take(before);
    expectThat(notice.kind === "ISSUED", "The notice should say that a bill was issued.");
    expectThat(notice.bill?.title === billed.lunch.title, "The notice should bring the bill.");
    expectThat(
      notice.bill.student.schoolClass?.name === classes.younger,
      "The notice should name the class, which another subgraph knows.",
    );
    await expectBadge(phone, 1);
    return notice.bill;
  });

  await context.step("He is cut off, in a tunnel", async () => {
    before.stop();
    await phone.close();
    context.narrator.done("the socket is closed; the cursor is kept", { cursor: before.cursor });
  });
  await context.step("… and misses two bills", async () => {
    await issue(billed.books);
    await issue(billed.trip);
    await context.until(
      "both are in his inbox",
      async () => (await missedBy(phone, before.cursor)).length === 2,
    );
  });
  const notices = await context.step(
    "He is back, with his cursor: exactly those two come, in order",
    async () => {
      const tail = await context.subscribe(phone, billNotices, before.cursor);
      const came = [await tail.take(), await tail.take()];
      for (const notice of came) context.narrator.arrived("notice", notice);
      expectThat(
        came.map(({ bill }) => bill?.title).join() === [billed.books.title, billed.trip.title].join(),
        "The two missed bills should come in the order in which they were issued.",
      );
      await expectBadge(phone, 3);
      return tail;
    },
  );
  const seen = await context.step("He looks at the first bill and the ways to pay it", async () => {
    const { bill } = await phone.query(BillDocument, { id: first.id });
    expectThat(bill !== null, "The guardian should see the child's bill.");
    const channels = bill.paymentOptions.map(({ channel }) => channel);
    expectThat(
      channels.includes("ATM") && channels.includes("CONVENIENCE_STORE"),
      "The bill should be payable by ATM and at the store.",
    );
    return bill;
  });
  return { bill: seen, notices };
}

/** The guardian's red number must be this. */
export async function expectBadge(phone: Connection, count: number): Promise<void> {
  const { me } = await phone.query(BadgeDocument);
  expectThat(me?.unpaidBillCount === count, `The badge should say ${count}, not ${me?.unpaidBillCount}.`);
}

async function missedBy(phone: Connection, after: string | undefined) {
  const { billNotices } = await phone.query(BillNoticesDocument, { first: 10, after });
  return billNotices.edges;
}

type Billable = (typeof billed)[keyof typeof billed];

async function openCashier(context: DemoContext, schoolCode: string, className: string) {
  const cashier = await context.as(cashierLogin);
  const { school } = await cashier.query(SchoolClassesDocument, { code: schoolCode });
  const schoolClass = school?.classes.find(({ name }) => name === className);
  expectThat(schoolClass !== undefined, `The cashier should see ${className} among the school's classes.`);
  return async ({ title, items }: Billable) => {
    const { issueBills } = await cashier.mutate(IssueBillsDocument, {
      input: {
        schoolCode,
        title,
        items,
        dueDate: inDays(14),
        classIds: [schoolClass.id],
        idempotencyKey: crypto.randomUUID(),
      },
    });
    expectThat(
      issueBills.results.length === 1 && issueBills.results.every(({ ok }) => ok),
      "Exactly one bill should be issued: the class has one student.",
    );
  };
}

/** A day in Taipei, as the graph writes dates. */
function inDays(days: number): string {
  const day = new Date(Date.now() + days * 86_400_000);
  return new Intl.DateTimeFormat("en-CA", { timeZone: "Asia/Taipei" }).format(day);
}
