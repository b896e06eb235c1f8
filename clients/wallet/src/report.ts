import type { Connection } from "@campus-graph/clients/connect";
import { NotifyPaymentDocument } from "@campus-graph/clients/generated/operations";
import {
  type Partner,
  proofOfPayment,
  refusesNotice,
  waitBeforeAgainMs,
} from "@campus-graph/clients/partner";
import type { Payment, Purse } from "./purse.js";

const longestPauseMs = 60_000;
/** The page is answered after this time at the latest; reporting goes on. */
const firstAnswerMs = 3_000;

/** Tells the city of payments, each again and again under its own number until it has answered. */
export class Reporter {
  readonly #waiting = new Map<string, NodeJS.Timeout>();
  #stopped = false;

  constructor(
    private readonly graph: Connection,
    private readonly partner: Partner,
    private readonly purse: Purse,
    private readonly firstPauseMs: number,
  ) {}

  /** What an earlier run has left unreported. */
  resume(): void {
    for (const { transactionNumber } of this.purse.unreported()) void this.#report(transactionNumber);
  }

  /** Answers with the city's first answer, or when that takes too long. */
  async begin(transactionNumber: string): Promise<void> {
    await Promise.race([this.#report(transactionNumber), pause(firstAnswerMs)]);
  }

  stop(): void {
    this.#stopped = true;
    for (const timer of this.#waiting.values()) clearTimeout(timer);
  }

  async #report(transactionNumber: string, pauseMs = this.firstPauseMs): Promise<void> {
    const payment = this.purse.find(transactionNumber);
    if (this.#stopped || payment?.state !== "REPORTING") return;
    try {
      const outcome = await this.#notify(payment);
      if (!this.#stopped) this.purse.reported(transactionNumber, outcome);
    } catch (error) {
      if (this.#stopped) return;
      if (refusesNotice(error)) return this.purse.refused(payment, error.code);
      // The money is taken, so the city must hear of it: its answer was lost, it is busy, or something of ours is to be mended.
      process.stderr.write(`${transactionNumber} is not reported yet: ${(error as Error).message}\n`);
      const again = () => this.#report(transactionNumber, Math.min(pauseMs * 2, longestPauseMs));
      this.#waiting.set(transactionNumber, setTimeout(again, Math.max(pauseMs, waitBeforeAgainMs(error))));
    }
  }

  async #notify({ accountNumber, amount, channel, transactionNumber, paidAt }: Payment) {
    const input = { accountNumber, amount, channel, transactionNumber, paidAt };
    const proof = await proofOfPayment(this.partner, input);
    const { notifyPayment } = await this.graph.mutate(NotifyPaymentDocument, { input, proof });
    return notifyPayment.outcome;
  }
}

function pause(durationMs: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, durationMs).unref());
}
