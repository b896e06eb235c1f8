import type { PaymentsContext } from "../context.js";

/**
 * What payments keeps about the holder of an account: whose bills are theirs to pay, which ones they began to pay,
 * where they wanted money paid back, and what they were told. Bills and payments are the books of the school: they name the child and whoever brought the
 * money, never a guardian, so they stand here as far as the person sees them now.
 */
export async function personalDataOf(
  { em }: PaymentsContext,
  subjectId: string,
): Promise<Readonly<Record<string, unknown>>> {
  const bindings = await em.execute<object[]>(
    `select tie.relationship, student.masked_name as child from guardian_tie as tie
     join student on student.id = tie.student_id where tie.subject = ? order by tie.binding_id`,
    [subjectId],
  );
  const bills = await em.execute<object[]>(
    `select distinct bill.id as "billId", student.masked_name as child, bill.school_name as school, bill.title,
       bill.account_number as "accountNumber", bill.amount, bill.due_date as "dueDate", bill.status,
       bill.issued_at as "issuedAt", bill.paid_at as "paidAt"
     from bill join guardian_tie as tie on tie.student_id = bill.student_id
     join student on student.id = bill.student_id
     where tie.subject = ? order by bill.id`,
    [subjectId],
  );
  const begunPayments = await em.execute<object[]>(
    `select bill_id as "billId", channel, started_at as "startedAt", expires_at as "expiresAt", ended_at as "endedAt"
     from payment_claim where subject = ? order by started_at, id`,
    [subjectId],
  );
  const notices = await em.execute<object[]>(
    `select kind, occurred_at as at from feed_notice where feed = 'billNotices' and subject = ? order by position`,
    [subjectId],
  );
  const refundAccounts = await em.execute<object[]>(
    `select bill_id as "billId", amount, payee_bank_code as "bankCode", payee_account_end as "accountEndsIn",
       payee_given_at as "givenAt"
     from payment_case where payee_subject = ? order by id`,
    [subjectId],
  );
  return { bindings, bills, begunPayments, refundAccounts, notices };
}
