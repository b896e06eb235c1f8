import type { PaymentsContext } from "../context.js";
import type { Refund } from "../domain/refund.js";
import type {
  BookedLine,
  ExceptionKind,
  Finding,
  NotifiedPayment,
  SettlementException,
  SettlementFile,
} from "../domain/settlement.js";
import { cityBook } from "../ledger/account.js";
import { paymentSettled, suspended } from "../ledger/settlement-transfers.js";
import type { Transfer } from "../ledger/transfer.js";
import { insertExceptions, resolveArrived } from "../persistence/settlement-exceptions.js";
import { insertLines } from "../persistence/settlement-lines.js";
import { post } from "../persistence/transfers.js";
import type { SettlementLine } from "../settlement/settlement-file.js";

/** The payment that a line settles. */
type SettledPayment = Pick<NotifiedPayment, "id" | "billId" | "schoolCode" | "channel">;

/** What some lines were found to be, gathered, so that it is written in a number of statements that does not grow with them. */
export class Findings {
  readonly #lines: BookedLine[] = [];
  readonly #transfers: Transfer[] = [];
  readonly #exceptions: SettlementException[] = [];

  constructor(
    readonly context: PaymentsContext,
    readonly file: SettlementFile,
  ) {}

  /** The bank has paid in a payment that is booked. `difference`: what the bank says less what was notified. */
  settle(line: SettlementLine, payment: SettledPayment, finding: Finding, difference: number): void {
    const booked = this.#keep(line, finding, { paymentId: payment.id });
    const { newId, clock } = this.context;
    this.#transfers.push(paymentSettled(newId(), payment, booked, clock.now()));
    if (finding !== "MATCHED")
      this.#except(booked, finding, {
        schoolCode: payment.schoolCode,
        difference,
        paymentId: payment.id,
        // It is booked, and what it left over lies in a case; only a difference to what was notified is still a question.
        ...(difference === 0 && { remedy: "APPLY", resolvedAt: clock.now() }),
      });
  }

  /** The bank has paid out a refund. */
  paidOut(line: SettlementLine, { id }: Refund): void {
    this.#keep(line, "MATCHED", { refundId: id });
  }

  /** Nobody can place the money. */
  suspend(line: SettlementLine, finding: Extract<Finding, ExceptionKind>): void {
    const booked = this.#keep(line, finding, {});
    const { newId, clock } = this.context;
    this.#transfers.push(suspended(newId(), booked, clock.now()));
    this.#except(booked, finding, { schoolCode: this.file.schoolCode ?? cityBook, isSuspended: true });
  }

  async write(): Promise<void> {
    const { em, clock } = this.context;
    await em.flush();
    await insertLines(em, this.#lines);
    await post(em, this.#transfers);
    await insertExceptions(em, this.#exceptions);
    const arrived = this.#lines.flatMap(({ paymentId }) => paymentId ?? []);
    await resolveArrived(em, arrived, clock.now());
  }

  #keep(
    line: SettlementLine,
    finding: Finding,
    found: { paymentId?: string; refundId?: string },
  ): BookedLine {
    const { id: fileId, partner } = this.file;
    const id = this.context.newId();
    const booked = { paymentId: null, refundId: null, ...line, ...found, id, fileId, partner, finding };
    this.#lines.push(booked);
    return booked;
  }

  #except(
    { id: lineId, fileId, line, reference, transactionNumber, amount }: BookedLine,
    kind: ExceptionKind,
    found: Pick<SettlementException, "schoolCode"> & Partial<SettlementException>,
  ): void {
    const { newId, clock } = this.context;
    this.#exceptions.push({
      id: newId(),
      fileId,
      line,
      lineId,
      kind,
      reference,
      transactionNumber,
      amount,
      difference: 0,
      isSuspended: false,
      paymentId: null,
      openedAt: clock.now(),
      remedy: null,
      note: null,
      decidedBy: null,
      resolvedAt: null,
      ...found,
    });
  }
}
