import { newId } from "@campus-graph/kit/sql/id";
import { daysAfter, schoolDay } from "../domain/school-day.js";
import type { City } from "./city.js";
import { cashier } from "./viewers.js";

export interface GivenClass {
  schoolCode: string;
  classId: string;
  studentIds: string[];
}

const schoolNames: Readonly<Record<string, string>> = { 403601: "市立內湖國小", 403501: "市立內湖國中" };

/** A class as roster tells of it. */
export async function aClass(city: City, size = 3, schoolCode = "403601"): Promise<GivenClass> {
  const classId = newId();
  const studentIds = Array.from({ length: size }, () => newId());
  await city.publish(
    ...studentIds.map((studentId, index) => ({
      type: "roster.StudentEnrolled" as const,
      key: studentId,
      payload: studentFacts({ schoolCode, classId, studentIds }, studentId, index + 1),
    })),
  );
  await city.settle();
  return { schoolCode, classId, studentIds };
}

export function studentFacts({ schoolCode, classId }: GivenClass, studentId: string, seatNumber: number) {
  return {
    studentId,
    classId,
    className: "二年一班",
    schoolCode,
    schoolName: schoolNames[schoolCode] ?? schoolCode,
    level: "ELEMENTARY" as const,
    seatNumber,
    maskedName: `林O${seatNumber}`,
    personKey: "p",
    parentPersonKeys: [],
  };
}

/** Binding's word that the guardian is tied to the student; answers the binding. */
export async function aBinding(city: City, subjectId: string, studentId: string, relationship = "FATHER") {
  const binding = {
    bindingId: newId(),
    requestId: newId(),
    applicationId: newId(),
    subjectId,
    studentId,
    relationship,
    openedAt: city.clock.now().toISOString(),
  };
  await city.deliver("binding.BindingOpened", studentId, binding);
  return binding;
}

export async function anEndedBinding(
  city: City,
  { bindingId, requestId, subjectId, studentId }: Awaited<ReturnType<typeof aBinding>>,
): Promise<void> {
  await city.deliver("binding.BindingRevoked", studentId, { bindingId, requestId, subjectId, studentId });
}

export interface GivenBill {
  id: string;
  accountNumber: string;
  studentId: string;
  amount: number;
}

export const issueBillsMutation = `mutation ($input: IssueBillsInput!) { issueBills(input: $input) {
  results { studentId ok bill { id accountNumber amount student { id maskedName } } refusal { code message } } } }`;

export function issueInput(city: City, givenClass: Partial<GivenClass>, changes: object = {}) {
  return {
    schoolCode: givenClass.schoolCode ?? "403601",
    title: "115 學年度第 1 學期學雜費",
    dueDate: daysAfter(schoolDay(city.clock.now()), 14),
    items: [
      { name: "午餐費", amount: 4_000 },
      { name: "家長會費", amount: 730 },
    ],
    classIds: givenClass.classId ? [givenClass.classId] : [],
    idempotencyKey: newId(),
    // Tests bill the same class time and again.
    again: true,
    ...changes,
  };
}

/** Bills for the whole class, and the guardians told. */
export async function bills(city: City, givenClass: GivenClass, changes: object = {}): Promise<GivenBill[]> {
  const input = issueInput(city, givenClass, changes);
  const { issueBills } = await city.read(cashier(givenClass.schoolCode), issueBillsMutation, { input });
  await city.settle();
  return issueBills.results.map(({ studentId, bill }: { studentId: string; bill: GivenBill }) => ({
    ...bill,
    studentId,
  }));
}

/** One bill of a class of its own. */
export async function aBill(city: City, changes: object = {}): Promise<GivenBill> {
  const [bill] = await bills(city, await aClass(city, 1), changes);
  return bill!;
}
