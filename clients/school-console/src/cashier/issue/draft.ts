import type { Channel } from "@campus-graph/clients/generated/operations";
import type { Step } from "../../words/issue";
import type { Student, StudentIndex } from "../students/student-index";
import type { Plan } from "./plan";

/** What a cashier has written so far. Of students it holds ids alone: it is kept in the tab. */
export interface IssueDraft {
  step: Step;
  isWhole: boolean;
  classIds: readonly string[];
  studentIds: readonly string[];
  title: string;
  items: readonly DraftItem[];
  isPerChild: boolean;
  /** By student, as typed. */
  amounts: Readonly<Record<string, string>>;
  dueDate: string;
  /** The channels that were chosen; null: all that there are. */
  channels: readonly Channel[] | null;
  /** What is issued, from the moment on at which it is checked. */
  plan: Plan | null;
}

export interface DraftItem {
  name: string;
  amount: string;
}

export const steps: readonly Step[] = ["WHOM", "WHAT", "WHEN", "CHECK"];

/** So many amounts can be typed one by one; more come by way of several billings. */
export const mostPerChild = 200;
export const largestAmount = 1_000_000;
const longestTitle = 60;
const longestItemName = 40;
const longestYears = 2;

export const emptyDraft: IssueDraft = {
  step: "WHOM",
  isWhole: false,
  classIds: [],
  studentIds: [],
  title: "",
  items: [{ name: "", amount: "" }],
  isPerChild: false,
  amounts: {},
  dueDate: "",
  channels: null,
  plan: null,
};

/** Whom the draft means, each once, in class and seat order. */
export function chosenStudents(draft: IssueDraft, index: StudentIndex): readonly Student[] {
  if (draft.isWhole) return index.students;
  const classes = new Set(draft.classIds);
  const singles = new Set(draft.studentIds);
  return index.students.filter(({ id, classId }) => classes.has(classId) || singles.has(id));
}

/** 4,730 as people type it, also with full-width digits, commas, NT$ or 元; undefined when it is no amount. */
export function amountOf(typed: string): number | undefined {
  const digits = typed
    .normalize("NFKC")
    .replace(/[\s,]|NT\$|\$|元/gi, "")
    .trim();
  const amount = /^\d{1,7}$/.test(digits) ? Number(digits) : 0;
  return amount >= 1 && amount <= largestAmount ? amount : undefined;
}

/** What one bill comes to; undefined while an amount is missing. */
export function sumOf(items: readonly DraftItem[]): number | undefined {
  let sum = 0;
  for (const { amount } of items) {
    const value = amountOf(amount);
    if (value === undefined) return undefined;
    sum += value;
  }
  return sum;
}

export function isTitle(title: string): boolean {
  return title.trim().length >= 1 && title.trim().length <= longestTitle;
}

export function isItemName(name: string): boolean {
  return name.trim().length >= 1 && name.trim().length <= longestItemName;
}

/** The days that a bill may be due on: the graph's rule, by Taipei's calendar. */
export function dueDays(today: string): { first: string; last: string } {
  const [year = "", rest = ""] = [today.slice(0, 4), today.slice(4)];
  return { first: today, last: `${Number(year) + longestYears}${rest === "-02-29" ? "-02-28" : rest}` };
}

export function daysLater(day: string, days: number): string {
  const moment = new Date(`${day}T00:00:00Z`);
  moment.setUTCDate(moment.getUTCDate() + days);
  return moment.toISOString().slice(0, 10);
}
