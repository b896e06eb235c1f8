import type { PaymentsContext } from "../context.js";
import type { SettlementFile } from "../domain/settlement.js";
import { insertExceptions } from "../persistence/settlement-exceptions.js";
import { unsettledPayments } from "../persistence/settlement-lines.js";

/** Payments that were notified, and that this file should have brought, wait for the bank's word from now on. */
export async function noteUnsettled(
  { em, newId, clock }: PaymentsContext,
  file: SettlementFile,
): Promise<void> {
  const missing = await unsettledPayments(em, file);
  await insertExceptions(
    em,
    missing.map(({ id: paymentId, schoolCode, accountNumber, transactionNumber, amount }) => ({
      id: newId(),
      fileId: file.id,
      line: 0,
      lineId: null,
      kind: "NOT_SETTLED",
      schoolCode,
      reference: accountNumber,
      transactionNumber,
      amount,
      difference: 0,
      isSuspended: false,
      paymentId,
      openedAt: clock.now(),
      remedy: null,
      note: null,
      decidedBy: null,
      resolvedAt: null,
    })),
  );
}
