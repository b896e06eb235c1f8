import { anonymous, type Viewer } from "@campus-graph/kit/auth/viewer";
import type { SeedStep } from "@campus-graph/kit/sql/seeding";
import {
  classSevenThree,
  classTwoOne,
  type DemoStudent,
  demoBill,
  demoClasses,
  demoPeople,
  demoStudent,
} from "@campus-graph/schema/demo-city";
import type { PaymentsContext, PaymentsServices } from "../context.js";
import { composePayAccountNumber } from "../domain/pay-account-number.js";
import { daysAfter, schoolDay } from "../domain/school-day.js";
import { studentsBySeat } from "../persistence/students-by-seat.js";
import { drawAccountNumbers } from "../use-cases/draw-account-numbers.js";
import { type IssueOptions, issueBills } from "../use-cases/issue-bills.js";
import { termTitle } from "./term-title.js";

const daysToPay = 14;

const elementaryItems = [
  { name: "午餐費", amount: 2_180 },
  { name: "課後學習材料費", amount: 650 },
  { name: "學生團體保險費", amount: 175 },
  { name: "家長會費", amount: 100 },
];

/** Together the slides' NT$4,730. */
const juniorHighItems = [
  { name: "午餐費", amount: 2_850 },
  { name: "教科書費", amount: 1_305 },
  { name: "學生團體保險費", amount: 175 },
  { name: "家長會費", amount: 100 },
  { name: "冷氣使用及維護費", amount: 300 },
];

/** Both classes get the term's bill; the slides' child gets it under the slides' number. */
export const issueTermBills: SeedStep<PaymentsServices> = {
  name: "the term's bills",
  ready: async ({ em }) => {
    const students = await Promise.all(
      Object.values(classes).map(({ schoolCode }) => studentsBySeat(em, schoolCode)),
    );
    return Object.values(classes).every(({ sheet }, index) => students[index]!.size >= sheet.length);
  },
  async run(context) {
    const { twoOne, sevenThree } = classes;
    await billClass(context, twoOne, elementaryItems);
    const students = await studentsBySeat(context.em, sevenThree.schoolCode);
    const shown = students.get(demoStudent(demoBill.student).seatNumber)!;
    await billClass(context, sevenThree, juniorHighItems, shown);
  },
};

interface DemoClass {
  schoolCode: string;
  sheet: readonly DemoStudent[];
}

const classes: Record<keyof typeof demoClasses, DemoClass> = {
  twoOne: { schoolCode: demoClasses.twoOne.schoolCode, sheet: classTwoOne },
  sevenThree: { schoolCode: demoClasses.sevenThree.schoolCode, sheet: classSevenThree },
};

/** Bills all of the class, and `shown` under the number that the slides show. */
async function billClass(
  context: PaymentsContext,
  { schoolCode }: DemoClass,
  items: typeof elementaryItems,
  shown?: string,
): Promise<void> {
  const students = [...(await studentsBySeat(context.em, schoolCode)).values()];
  const others = students.filter((id) => id !== shown);
  await issue(context, schoolCode, items, others, "class");
  if (shown) await issue(context, schoolCode, items, [shown], "shown", { drawNumbers: shownNumber });
}

async function issue(
  context: PaymentsContext,
  schoolCode: string,
  items: typeof elementaryItems,
  studentIds: readonly string[],
  part: string,
  options: IssueOptions = {},
): Promise<void> {
  const now = context.clock.now();
  const request = {
    schoolCode,
    title: termTitle(now),
    dueDate: daysAfter(schoolDay(now), daysToPay),
    items,
    classIds: [],
    studentIds,
    channels: null,
    again: false,
    idempotencyKey: `demo-city:${schoolCode}:${part}`,
  };
  await issueBills({ ...context, viewer: cashierAt(schoolCode) }, request, options);
}

/** The slides' number, taken by hand since the permutation never gives it out. */
const shownNumber: NonNullable<IssueOptions["drawNumbers"]> = async (context, agreement, amount, count) => {
  if (count === 1 && amount === demoBill.amount)
    return [
      composePayAccountNumber(agreement.checkRule, {
        prefix: demoBill.prefix,
        serial: demoBill.serial,
        amount,
      }),
    ];
  return drawAccountNumbers(context, agreement, amount, count);
};

function cashierAt(schoolCode: string): Viewer {
  const { subjectId } = demoPeople.cashier;
  return {
    ...anonymous,
    subject: subjectId,
    assurance: "signed-in",
    roles: [{ role: "CASHIER", schoolCode }],
  };
}
