import type { Channel, IssueBillsInput } from "@campus-graph/clients/generated/operations";
import type { Student } from "../students/student-index";
import { amountOf, type IssueDraft } from "./draft";

/** What became of one student. */
export interface Row {
  studentId: string;
  amount: number;
  isIssued: boolean;
  code: string | null;
  message: string | null;
}

/** So many bills as one act: all of them or none, and never twice under its key. */
export interface Batch {
  key: string;
  items: readonly { name: string; amount: number }[];
  studentIds: readonly string[];
  /** Null until the graph has answered. */
  rows: readonly Row[] | null;
}

/** All that is to be issued. It is kept before the first batch is sent, so that a reload goes on under the same keys. */
export interface Plan {
  schoolCode: string;
  title: string;
  dueDate: string;
  /** Absent in what was kept before channels could be chosen. */
  channels?: readonly Channel[] | null;
  again: boolean;
  isStarted: boolean;
  batches: readonly Batch[];
}

/** Few enough that progress is seen, and far below what the graph issues at once. */
export const batchSize = 200;

/** The draft as batches; students with the same items stand together. */
export function planIssue(
  draft: IssueDraft,
  schoolCode: string,
  students: readonly Student[],
  newKey: () => string,
): Plan {
  const groups = draft.isPerChild
    ? byAmount(draft, students)
    : [
        {
          items: draft.items.map(({ name, amount }) => ({ name: name.trim(), amount: amountOf(amount)! })),
          studentIds: students.map(({ id }) => id),
        },
      ];
  return {
    schoolCode,
    title: draft.title.trim(),
    dueDate: draft.dueDate,
    channels: draft.channels,
    again: false,
    isStarted: false,
    batches: groups.flatMap((group) => batchesOf(group, newKey)),
  };
}

function byAmount({ amounts, items: [item] }: IssueDraft, students: readonly Student[]) {
  const named = students.flatMap(({ id }) => {
    const amount = amountOf(amounts[id] ?? "");
    return amount === undefined ? [] : [{ id, amount }];
  });
  return [...Map.groupBy(named, ({ amount }) => amount)].map(([amount, of]) => ({
    items: [{ name: item!.name.trim(), amount }],
    studentIds: of.map(({ id }) => id),
  }));
}

interface Group {
  items: Batch["items"];
  studentIds: readonly string[];
}

function batchesOf({ items, studentIds }: Group, newKey: () => string): Batch[] {
  return Array.from({ length: Math.ceil(studentIds.length / batchSize) }, (_, place) => ({
    key: newKey(),
    items,
    studentIds: studentIds.slice(place * batchSize, (place + 1) * batchSize),
    rows: null,
  }));
}

/** What is sent for a batch. By the students' ids, so that it stays the same whoever moves meanwhile. */
export function inputOf(
  { schoolCode, title, dueDate, channels, again }: Plan,
  batch: Batch,
): IssueBillsInput {
  return {
    schoolCode,
    title,
    dueDate,
    channels: channels ?? null,
    items: batch.items,
    studentIds: batch.studentIds,
    idempotencyKey: batch.key,
    again,
  };
}

export function amountOfBatch({ items }: Batch): number {
  return items.reduce((sum, { amount }) => sum + amount, 0);
}

export function withRows(plan: Plan, key: string, rows: readonly Row[]): Plan {
  return { ...plan, batches: plan.batches.map((batch) => (batch.key === key ? { ...batch, rows } : batch)) };
}

export function rowsOf({ batches }: Plan): Row[] {
  return batches.flatMap(({ rows }) => rows ?? []);
}

/** How far an issue has come. */
export function progressOf({ batches }: Plan): { done: number; total: number; isDone: boolean } {
  const count = (of: readonly Batch[]) => of.reduce((sum, { studentIds }) => sum + studentIds.length, 0);
  const done = count(batches.filter(({ rows }) => rows !== null));
  const total = count(batches);
  return { done, total, isDone: done === total };
}

/** What was refused once more, and nobody else: a new act, under new keys. */
export function planRetry(
  plan: Plan,
  isMeant: (row: Row) => boolean,
  again: boolean,
  newKey: () => string,
): Plan {
  const batches = plan.batches.flatMap(({ items, rows }) => {
    const studentIds = (rows ?? [])
      .filter((row) => !row.isIssued && isMeant(row))
      .map(({ studentId }) => studentId);
    return batchesOf({ items, studentIds }, newKey);
  });
  return { ...plan, again, isStarted: true, batches };
}
