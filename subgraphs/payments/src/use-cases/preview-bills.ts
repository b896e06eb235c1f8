import type { Refusal } from "@campus-graph/kit/refusals/refusal";
import type { PaymentsContext } from "../context.js";
import {
  AlreadyBilled,
  AmountUnusual,
  BilledBefore,
  DueLate,
  DueSoon,
  IssuerNotSet,
  NoGuardianBound,
  StudentNotAtSchool,
} from "../domain/refusals.js";
import { daysBetween, schoolDay } from "../domain/school-day.js";
import { amountsSince, studentsBilledFor, studentsBilledSince } from "../persistence/bills.js";
import { currentAgreement } from "../persistence/collection-agreements.js";
import { guardiansOf } from "../persistence/guardians.js";
import { maskedNames } from "../persistence/students.js";
import { type BillContent, checkContent } from "./bill-content.js";
import { checkChannels } from "./check-channels.js";
import { chooseStudents } from "./choose-students.js";
import { type IssueBillsRequest, repeatedWithinMs } from "./issue-bills.js";

export interface BillsPreview {
  rows: { studentId: string; maskedName: string; amount: number; warnings: Refusal[] }[];
  /** Of the rows that would be bills. */
  total: number;
  warnings: Refusal[];
}

const yearMs = 365 * 24 * 60 * 60_000;
/** So many times the largest bill of the past year, or the same part of the smallest, is most likely mistyped. */
const unusualFactor = 2;
/** A store's news takes three days; a bill that is due a term later is forgotten. */
const fewestDaysToPay = 3;
const mostDaysToPay = 120;

/** What an issue would do and what is odd about it. The number of statements does not grow with the students. */
export async function previewBills(
  context: PaymentsContext,
  { schoolCode, again, channels, ...asked }: Omit<IssueBillsRequest, "idempotencyKey">,
): Promise<BillsPreview> {
  const { em, clock, services } = context;
  const now = clock.now();
  const content = checkContent(asked, now);
  const terms = (await currentAgreement(em, schoolCode)) ?? services.issuerTerms;
  if (!terms) throw new IssuerNotSet({ schoolCode });
  await checkChannels(context, terms, channels, content.amount);
  const { chosenIds, idsNotAtSchool } = await chooseStudents(context, schoolCode, asked);
  const names = await maskedNames(em, chosenIds);
  const bound = await guardiansOf(em, chosenIds, now);
  const billed = { schoolCode, title: content.title, studentIds: chosenIds };
  const before = await studentsBilledFor(em, billed);
  const since = new Date(now.getTime() - repeatedWithinMs);
  const justNow = again
    ? new Set<string>()
    : await studentsBilledSince(em, { ...billed, items: content.items, since });
  const rows = chosenIds.map((studentId) => ({
    studentId,
    maskedName: names.get(studentId) ?? "",
    amount: content.amount,
    warnings: [
      ...(bound.has(studentId) ? [] : [new NoGuardianBound()]),
      ...(justNow.has(studentId) ? [new AlreadyBilled()] : before.has(studentId) ? [new BilledBefore()] : []),
    ],
  }));
  const notAtSchool = idsNotAtSchool.map((studentId) => ({
    studentId,
    maskedName: "",
    amount: content.amount,
    warnings: [new StudentNotAtSchool()],
  }));
  return {
    rows: [...rows, ...notAtSchool],
    total: content.amount * (rows.length - justNow.size),
    warnings: [...(await amountWarnings(context, schoolCode, content)), ...dueWarnings(content, now)],
  };
}

async function amountWarnings(
  { em, clock }: PaymentsContext,
  schoolCode: string,
  { amount }: BillContent,
): Promise<Refusal[]> {
  const usual = await amountsSince(em, schoolCode, new Date(clock.now().getTime() - yearMs));
  if (!usual) return [];
  const { smallest, largest } = usual;
  const isUnusual = amount > largest * unusualFactor || amount * unusualFactor < smallest;
  if (!isUnusual) return [];
  return [new AmountUnusual({ amount: ntd(amount), smallest: ntd(smallest), largest: ntd(largest) })];
}

function ntd(amount: number): string {
  return amount.toLocaleString("en");
}

function dueWarnings({ dueDate }: BillContent, now: Date): Refusal[] {
  const days = daysBetween(schoolDay(now), dueDate);
  if (days < fewestDaysToPay) return [new DueSoon({ dueDate, days })];
  if (days > mostDaysToPay) return [new DueLate({ dueDate, days })];
  return [];
}
