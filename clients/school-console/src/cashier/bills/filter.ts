import type { BillFilterInput } from "@campus-graph/clients/generated/operations";
import type { Show } from "../../words/cashier";
import { findStudents, type StudentIndex } from "../students/student-index";

/** What a list is narrowed to, by its address; whom it is about is typed, and stands in no address. */
export interface Narrowing {
  show: Show;
  classId: string | undefined;
  title: string | undefined;
}

const shows: readonly string[] = [
  "ALL",
  "UNPAID",
  "OVERDUE",
  "PAID",
  "VOIDED",
  "SUPERSEDED",
  "WAIVED",
] satisfies Show[];

export function readNarrowing(search: string): Narrowing {
  const query = new URLSearchParams(search);
  const show = query.get("show") ?? "ALL";
  return {
    show: shows.includes(show) ? (show as Show) : "ALL",
    classId: query.get("class") ?? undefined,
    title: query.get("title") ?? undefined,
  };
}

export function addressOf({ show, classId, title }: Partial<Narrowing>): string {
  const query = new URLSearchParams();
  if (show && show !== "ALL") query.set("show", show);
  if (classId) query.set("class", classId);
  if (title) query.set("title", title);
  const text = query.toString();
  return text ? `/cashier/bills?${text}` : "/cashier/bills";
}

/** What was typed to find somebody's bills, understood. */
export type Found =
  | { kind: "NOTHING_TYPED" }
  | { kind: "NUMBER"; accountNumber: string }
  | { kind: "STUDENTS"; studentIds: string[]; areMore: boolean }
  | { kind: "DIGITS"; digits: number }
  | { kind: "NOBODY" };

/** As many students as the graph takes in one filter. */
export const mostStudents = 100;

/** Sixteen digits, however they are set apart, are a number; anything else is somebody at the school. */
export function understand(typed: string, index: StudentIndex | undefined): Found {
  const text = typed.normalize("NFKC").trim();
  if (text === "") return { kind: "NOTHING_TYPED" };
  const digits = text.replace(/[\s-]/g, "");
  if (/^\d{16}$/.test(digits)) return { kind: "NUMBER", accountNumber: digits };
  const students = index ? findStudents(index, text, mostStudents + 1) : [];
  if (students.length > 0)
    return {
      kind: "STUDENTS",
      studentIds: students.slice(0, mostStudents).map(({ id }) => id),
      areMore: students.length > mostStudents,
    };
  return /^\d{4,}$/.test(digits) ? { kind: "DIGITS", digits: digits.length } : { kind: "NOBODY" };
}

/** The graph's filter, without the state: that is what the states are counted under. */
export function filterWithoutState({ classId, title }: Narrowing, found: Found): BillFilterInput {
  return {
    ...(classId && { classId }),
    ...(title && { title }),
    ...(found.kind === "NUMBER" && { accountNumber: found.accountNumber }),
    ...(found.kind === "STUDENTS" && { studentIds: found.studentIds }),
    ...((found.kind === "DIGITS" || found.kind === "NOBODY") && { studentIds: [] }),
  };
}

export function stateOf(show: Show): BillFilterInput {
  if (show === "ALL") return {};
  return show === "OVERDUE" ? { overdue: true } : { status: show };
}
