import { money } from "../domain/money.js";
import type { BookedLine, NotifiedPayment } from "../domain/settlement.js";
import { cityBook, collectedBy, type LedgerAccount } from "./account.js";
import { Transfer, type TransferKind } from "./transfer.js";

type Line = Pick<BookedLine, "id" | "kind" | "amount">;

/** The channel owes the school no more: the bank has paid in what it collected. */
export function paymentSettled(
  id: string,
  {
    id: paymentId,
    billId,
    schoolCode,
    channel,
  }: Pick<NotifiedPayment, "id" | "billId" | "schoolCode" | "channel">,
  line: Line,
  postedAt: Date,
): Transfer {
  return new Transfer({
    id,
    kind: "PAYMENT_SETTLED",
    schoolCode,
    debit: "BANK",
    credit: collectedBy(channel),
    amount: money(line.amount),
    billId,
    paymentId,
    referenceId: line.id,
    postedAt,
  });
}

/** Nobody can place it: the city keeps it until somebody can. A refund that nobody knows of has left the bank all the same. */
export function suspended(id: string, line: Line, postedAt: Date): Transfer {
  return line.kind === "REFUND"
    ? ofCity(id, line, postedAt, ["SUSPENSE_PAID", "SUSPENSE", "BANK"])
    : ofCity(id, line, postedAt, ["SUSPENSE_RECEIVED", "BANK", "SUSPENSE"]);
}

/** It has been placed, so it lies in suspense no more. */
export function placed(id: string, line: Line, postedAt: Date): Transfer {
  return ofCity(id, line, postedAt, ["SUSPENSE_PLACED", "SUSPENSE", "BANK"]);
}

/** The bank has it back; or it has given back what it paid out for no refund that anybody knows. */
export function givenBack(id: string, line: Line, postedAt: Date): Transfer {
  return line.kind === "REFUND"
    ? ofCity(id, line, postedAt, ["SUSPENSE_GIVEN_BACK", "BANK", "SUSPENSE"])
    : ofCity(id, line, postedAt, ["SUSPENSE_GIVEN_BACK", "SUSPENSE", "BANK"]);
}

function ofCity(
  id: string,
  { id: referenceId, amount }: Line,
  postedAt: Date,
  [kind, debit, credit]: readonly [TransferKind, LedgerAccount, LedgerAccount],
): Transfer {
  return new Transfer({
    id,
    kind,
    schoolCode: cityBook,
    debit,
    credit,
    amount: money(amount),
    billId: null,
    paymentId: null,
    referenceId,
    postedAt,
  });
}
