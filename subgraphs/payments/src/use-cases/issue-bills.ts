import { subjectOf } from "@campus-graph/kit/context";
import { recordEvent } from "@campus-graph/kit/events/outbox";
import { recordAudit } from "@campus-graph/kit/sql/audit";
import { once } from "@campus-graph/kit/sql/idempotency";
import type { PaymentsContext } from "../context.js";
import type { AgreementTerms } from "../domain/agreement-terms.js";
import { Bill } from "../domain/bill.js";
import type { Channel } from "../domain/channel.js";
import type { Money } from "../domain/money.js";
import type { PayAccountNumber } from "../domain/pay-account-number.js";
import { billIssued } from "../ledger/transfer.js";
import { holdIssuing, insertBills, studentsBilledSince } from "../persistence/bills.js";
import { schoolNameOf } from "../persistence/students.js";
import { post } from "../persistence/transfers.js";
import { agreementOf } from "./agree-with-bank.js";
import { type BillContent, checkContent, type DraftContent } from "./bill-content.js";
import { checkChannels } from "./check-channels.js";
import { chooseStudents, type StudentChoice } from "./choose-students.js";
import { drawAccountNumbers } from "./draw-account-numbers.js";

export interface IssueBillsRequest extends DraftContent, StudentChoice {
  schoolCode: string;
  /** The channels that are allowed; null: all that there are. */
  channels: readonly Channel[] | null;
  /** Bill also whoever was just given an equal bill. */
  again: boolean;
  idempotencyKey: string;
}

/** What became of one student: a bill, or the code of a refusal. */
export type IssuedRow =
  | { studentId: string; billId: string; refusal: null }
  | { studentId: string; billId: null; refusal: "STUDENT_NOT_AT_SCHOOL" | "ALREADY_BILLED" };

export interface IssueOptions {
  /** Where the account numbers come from; the demo city knows one beforehand. */
  drawNumbers?: (
    context: PaymentsContext,
    agreement: AgreementTerms,
    amount: Money,
    count: number,
  ) => Promise<PayAccountNumber[]>;
}

/** So long a second equal bill is taken for the same act under another key, such as a page that was sent twice. */
export const repeatedWithinMs = 10 * 60_000;

/**
 * Bills every chosen student of the school, once per idempotency key: the bills, what they mean in the books, and
 * the events that tell the guardians commit together. A student who is not at the school, or who was given an equal bill
 * in the last ten minutes, is a refused row.
 * The number of statements does not grow with the students.
 */
export function issueBills(
  context: PaymentsContext,
  { idempotencyKey, again, channels, ...asked }: IssueBillsRequest,
  { drawNumbers = drawAccountNumbers }: IssueOptions = {},
): Promise<IssuedRow[]> {
  const content = checkContent(asked, context.clock.now());
  // What was asked before there was an "again", or a choice of channels, has its answer under a request without.
  const request = { ...asked, ...(again ? { again } : {}), ...(channels ? { channels } : {}) };
  const scope = `issueBills:${subjectOf(context)}`;
  return once(context, { scope, key: idempotencyKey, request }, async (context) => {
    const { schoolCode } = request;
    const { chosenIds, idsNotAtSchool } = await chooseStudents(context, schoolCode, request);
    const billed = again ? new Set<string>() : await alreadyBilled(context, schoolCode, content, chosenIds);
    const toBill = chosenIds.filter((id) => !billed.has(id));
    const bills =
      toBill.length === 0
        ? []
        : await writeBills(context, schoolCode, { ...content, channels }, toBill, drawNumbers);
    await recordAudit(context, {
      act: "issueBills",
      object: `school:${schoolCode}`,
      detail: { bills: bills.length, amount: content.amount, dueDate: content.dueDate },
    });
    const billOf = new Map(bills.map(({ id, studentId }) => [studentId, id]));
    return [
      ...chosenIds.map((studentId): IssuedRow => {
        const billId = billOf.get(studentId);
        return billId
          ? { studentId, billId, refusal: null }
          : { studentId, billId: null, refusal: "ALREADY_BILLED" };
      }),
      ...idsNotAtSchool.map((studentId) => ({
        studentId,
        billId: null,
        refusal: "STUDENT_NOT_AT_SCHOOL" as const,
      })),
    ];
  });
}

/** Whoever was given an equal bill just now. Of two acts at once for one school the second waits, and sees the first's. */
async function alreadyBilled(
  { em, clock }: PaymentsContext,
  schoolCode: string,
  { title, items }: BillContent,
  studentIds: readonly string[],
): Promise<ReadonlySet<string>> {
  await holdIssuing(em, schoolCode);
  const since = new Date(clock.now().getTime() - repeatedWithinMs);
  return studentsBilledSince(em, { schoolCode, title, items, studentIds, since });
}

async function writeBills(
  context: PaymentsContext,
  schoolCode: string,
  content: BillContent & Pick<Bill, "channels">,
  studentIds: readonly string[],
  drawNumbers: NonNullable<IssueOptions["drawNumbers"]>,
): Promise<Bill[]> {
  const { em, newId } = context;
  const agreement = await agreementOf(context, schoolCode);
  await checkChannels(context, agreement, content.channels, content.amount);
  const schoolName = (await schoolNameOf(em, schoolCode)) ?? schoolCode;
  const numbers = await drawNumbers(context, agreement, content.amount, studentIds.length);
  const issuedAt = context.clock.now();
  const issuedBy = subjectOf(context);
  const bills = studentIds.map((studentId, index) => {
    const accountNumber = numbers[index]!;
    const bill = {
      ...content,
      accountNumber,
      issuerId: agreement.id,
      schoolCode,
      schoolName,
      studentId,
      issuedAt,
      issuedBy,
    };
    return new Bill({ ...bill, id: newId() });
  });
  await insertBills(em, bills);
  await post(
    em,
    bills.flatMap((bill) => billIssued(newId, bill)),
  );
  for (const bill of bills) announce(context, bill);
  return bills;
}

function announce({ em }: PaymentsContext, bill: Bill): void {
  const { id: billId, accountNumber, studentId, schoolCode, amount, issuedAt } = bill;
  recordEvent(em, {
    type: "payments.BillIssued",
    key: billId,
    payload: { billId, accountNumber, studentId, schoolCode, amount, issuedAt: issuedAt.toISOString() },
    occurredAt: issuedAt,
  });
}
