import { newId } from "@campus-graph/kit/sql/id";
import {
  classSevenThree,
  classTwoOne,
  demoBill,
  demoClasses,
  demoPeople,
  demoStudent,
} from "@campus-graph/schema/demo-city";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sandbox } from "../demo-city/sandbox-bills.js";
import { daysAfter, schoolDay } from "../domain/school-day.js";
import { City } from "./city.js";
import { aBinding } from "./given.js";
import { cashier, guardian, partner } from "./viewers.js";
import { noticeOf, notify } from "./wallet.js";

describe("the demo city", () => {
  let city: City;
  const studentIds = new Map<string, string>();
  beforeAll(async () => {
    city = await City.start({ demoCity: true });
    await enrol(demoClasses.twoOne.schoolCode, "二年一班", classTwoOne);
    await enrol(demoClasses.sevenThree.schoolCode, "七年三班", classSevenThree);
    for (const name of ["林承佑", "林承恩"])
      await aBinding(city, demoPeople.guardian.subjectId, studentIds.get(name)!);
    await city.settle();
  });
  afterAll(() => city[Symbol.asyncDispose]());

  async function enrol(schoolCode: string, className: string, sheet: typeof classTwoOne): Promise<void> {
    const classId = newId();
    for (const { name, seatNumber } of sheet) {
      const studentId = newId();
      studentIds.set(name, studentId);
      await city.deliver("roster.StudentEnrolled", studentId, {
        studentId,
        classId,
        className,
        schoolCode,
        schoolName: schoolCode,
        level: "ELEMENTARY",
        seatNumber,
        maskedName: `${name[0]}O${name.at(-1)}`,
        personKey: "p",
        parentPersonKeys: [],
      });
    }
  }

  const myBills = "{ myBills { edges { node { accountNumber amount dueDate student { id maskedName } } } } }";

  it("gives the guardian two unpaid bills, the elder's under the slides' number, due in 14 days", async () => {
    const { myBills: page } = await city.read(guardian(demoPeople.guardian.subjectId), myBills);
    const bills = page.edges.map(({ node }: { node: { student: { id: string } } }) => node);
    expect(bills).toHaveLength(2);
    const elder = bills.find(
      (bill: { student: { id: string } }) => bill.student.id === studentIds.get(demoBill.student),
    );
    expect(elder).toMatchObject({
      accountNumber: demoBill.accountNumber,
      amount: demoBill.amount,
      dueDate: daysAfter(schoolDay(city.clock.now()), 14),
      student: { maskedName: "林O恩" },
    });
    expect(demoStudent(demoBill.student).seatNumber).toBe(4);
  });

  it("bills every child of both classes once", async () => {
    const rows = await city.rows<{ bills: number }>(
      `select count(*)::int as bills from bill where school_code <> '${sandbox.schoolCode}' group by student_id`,
    );
    expect(rows).toHaveLength(classTwoOne.length + classSevenThree.length);
    expect(rows.every(({ bills }) => bills === 1)).toBe(true);
    await city.checkBooks();
  });

  it("lets the cashier of 內湖國小 see that school's, under another prefix", async () => {
    const query = '{ schoolBills(schoolCode: "403601", first: 100) { edges { node { accountNumber } } } }';
    const { schoolBills } = await city.read(cashier("403601"), query);
    expect(schoolBills.edges).toHaveLength(classTwoOne.length);
    for (const { node } of schoolBills.edges) expect(node.accountNumber).not.toMatch(/^480300/);
  });

  it("lets the wallet find and pay the slides' bill", async () => {
    const query = `{ billByAccountNumber(accountNumber: "${demoBill.accountNumber}") { amount maskedStudentName } }`;
    const { billByAccountNumber } = await city.read(partner("wallet"), query);
    expect(billByAccountNumber).toEqual({ amount: 4730, maskedStudentName: "林O恩" });
    const bill = { ...demoBill, id: "", studentId: "" };
    expect((await notify(city, noticeOf(city, bill))).data.notifyPayment.outcome).toBe("RECEIVED");
  });
});
