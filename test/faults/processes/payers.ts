import { type Connection, connect } from "@campus-graph/clients/connect";
import {
  BillDocument,
  NotifyPaymentDocument,
  type NotifyPaymentInput,
} from "@campus-graph/clients/generated/operations";
import { type Partner, partnerTokens, proofOfPayment } from "@campus-graph/clients/partner";
import { issueBill } from "../../journeys/given.js";
import { persistently } from "./persistence.js";

/** Who bills, who pays and who looks, each asking the copies of the gateway in an order of their own. */
export interface PayerFixtures {
  cashier: Connection;
  guardian: Connection;
  wallet: Partner;
  /** The gateways, for the wallet. */
  urls: readonly string[];
  studentId: string;
}

export interface Payers {
  /** Bills whose payment was acknowledged, and seen, by their titles. */
  readonly paid: ReadonlySet<string>;
  /** How often the same payment notification, sent again, was answered by another receipt. */
  readonly contradictions: number;
  /** Finishes what was begun. */
  stop(): Promise<void>;
}

/** Bills and pays without pause; titles begin with `run`. Whatever is not answered is sent again with the same key. */
export function pay(fixtures: readonly PayerFixtures[], run: string): Payers {
  const paid = new Set<string>();
  let contradictions = 0;
  let stopped = false;
  let failure: unknown;
  const paying = fixtures.map(async (fixture, payer) => {
    for (let number = 1; !stopped; number++) {
      const title = `${run} ${payer} ${number}`;
      const receipts = await payOne(fixture, title, number);
      if (new Set(receipts).size > 1) contradictions++;
      paid.add(title);
    }
  });
  const all = Promise.all(paying).catch((error: unknown) => {
    failure = error;
    stopped = true;
  });
  return {
    get paid() {
      if (failure) throw failure;
      return paid;
    },
    get contradictions() {
      return contradictions;
    },
    async stop() {
      stopped = true;
      await all;
      if (failure) throw failure;
    },
  };
}

/** The receipts that were given. */
async function payOne(
  { cashier, guardian, wallet, urls, studentId }: PayerFixtures,
  title: string,
  number: number,
) {
  const idempotencyKey = crypto.randomUUID();
  const { id, accountNumber, amount } = await persistently(() =>
    issueBill(cashier, studentId, title, 680, idempotencyKey),
  );
  const input: NotifyPaymentInput = {
    accountNumber,
    amount,
    channel: "EASY_WALLET",
    transactionNumber: crypto.randomUUID(),
    paidAt: new Date().toISOString(),
  };
  const teller = connect({ url: urls, tokens: partnerTokens(wallet) });
  const notify = () =>
    persistently(async () => {
      const proof = await proofOfPayment(wallet, input);
      return JSON.stringify((await teller.mutate(NotifyPaymentDocument, { input, proof })).notifyPayment);
    });
  const receipts = [await notify()];
  // An answer that reached the partner and was lost there: the partner sends once more.
  if (number % 5 === 0) receipts.push(await notify());
  const { bill } = await persistently(() => guardian.query(BillDocument, { id }));
  if (bill?.status !== "PAID") throw new Error(`${title} was acknowledged and is ${bill?.status}.`);
  return receipts;
}
