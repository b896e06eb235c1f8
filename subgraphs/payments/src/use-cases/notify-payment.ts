import { numberBetween } from "@campus-graph/kit/refusals/input-rules";
import { BadInput } from "@campus-graph/kit/refusals/refusal";
import { recordAudit } from "@campus-graph/kit/sql/audit";
import { transaction } from "@campus-graph/kit/sql/transaction";
import type { PaymentsContext } from "../context.js";
import type { Bill } from "../domain/bill.js";
import type { Channel } from "../domain/channel.js";
import { isMoney, largestBillNtd } from "../domain/money.js";
import { type Partner, serves } from "../domain/partner.js";
import type { PayAccountNumber } from "../domain/pay-account-number.js";
import type { Payment, PaymentNotice } from "../domain/payment.js";
import { AmountDiffers, BillNotFound, ChannelNotEnabled, TransactionConflict } from "../domain/refusals.js";
import { isStartOfSchoolDay, schoolDay } from "../domain/school-day.js";
import { largestSkewMs, verifyProof } from "../partners/verify-proof.js";
import { lockBill } from "../persistence/bills.js";
import { findNumberedBills } from "../persistence/numbered-bills.js";
import { findPayment } from "../persistence/payments.js";
import { bookPayment } from "./book-payment.js";
import { countMisses, withheldMiss } from "./count-misses.js";
import { partnerOf } from "./partner-of.js";

/** What the partner sent, as its proof covers it. */
export interface NotifyPaymentRequest {
  accountNumber: PayAccountNumber;
  amount: number;
  channel: Channel;
  transactionNumber: string;
  paidAt: Date;
}

/**
 * Records that a payer paid, on a partner's signed word.
 *
 * The partner and its transaction number stand for the payment: the same notice again gets the same answer, with the
 * old proof or a fresh one, at any time; other content under the number is refused and nothing is written. Money that
 * has arrived is never turned away: past due or through a channel that the bill had closed it settles the bill, and for a
 * bill that needed none, be it paid, voided or waived, it is an OVERPAYMENT, owed back to the payer. Under a retired number it
 * settles the bill that stands in its place where that asks for the same, and waits UNAPPLIED where it does not.
 */
export async function notifyPayment(
  context: PaymentsContext,
  request: NotifyPaymentRequest,
  proof: string,
): Promise<Payment> {
  const partner = await partnerOf(context, "payments:notify");
  const now = context.clock.now();
  const input = { ...request, paidAt: request.paidAt.toISOString() };
  await verifyProof(partner, { operation: "notifyPayment", input, proof, now });
  const notice = checkNotice(request, now);
  const billId = await findBillId(context, partner, notice);
  return transaction(context, (context) => receive(context, partner, billId, notice));
}

function checkNotice({ amount, ...request }: NotifyPaymentRequest, now: Date): PaymentNotice {
  if (!/^[\w.:-]{1,64}$/.test(request.transactionNumber))
    throw new BadInput({
      field: "transactionNumber",
      rule: {
        "zh-TW": "請填 1 至 64 個字元，限英文字母、數字與 . _ : - 符號。",
        en: "Write 1 to 64 characters out of A–Z a–z 0–9 . _ : -",
      },
    });
  if (!isMoney(amount)) throw new BadInput({ field: "amount", rule: numberBetween(1, largestBillNtd) });
  if (request.paidAt.getTime() - now.getTime() > largestSkewMs)
    throw new BadInput({
      field: "paidAt",
      rule: {
        "zh-TW": `付款時間晚於現在（${now.toISOString()}），請校正時鐘或時區。`,
        en: `It is later than now, ${now.toISOString()}. Check your clock and the zone.`,
      },
    });
  return { ...request, amount };
}

/** Refuses (BILL_NOT_FOUND) a number that is not this partner's; a notice can guess as well as a look-up, so it counts. */
async function findBillId(
  context: PaymentsContext,
  partner: Partner,
  notice: PaymentNotice,
): Promise<string> {
  const { em } = context;
  const [numbered] = await findNumberedBills(em, [notice.accountNumber]);
  if (numbered && serves(partner, numbered.agreement)) {
    context.services.watch.found(partner.clientId, 1);
    return numbered.bill.id;
  }
  if (await findPayment(em, partner.clientId, notice.transactionNumber)) throw new TransactionConflict();
  const miss = { partner: partner.clientId, asked: 1, missed: 1 };
  throw (await countMisses(context, miss)) > 0 ? new BillNotFound() : withheldMiss();
}

/** The bill is held first, so that of many notices for one bill each sees what the one before it has done. */
async function receive(
  context: PaymentsContext,
  partner: Partner,
  billId: string,
  notice: PaymentNotice,
): Promise<Payment> {
  const { em } = context;
  const bill = await lockBill(em, billId);
  const booked = await findPayment(em, partner.clientId, notice.transactionNumber);
  if (booked) return sameAs(booked, notice);
  check(partner, bill, notice);
  const payment = await bookPayment(context, bill, notice, { partner: partner.clientId, source: "NOTICE" });
  await recordAudit(context, {
    act: "notifyPayment",
    object: `bill:${payment.billId}`,
    detail: { paymentId: payment.id, channel: notice.channel, outcome: payment.outcome },
  });
  return payment;
}

function sameAs(booked: Payment, notice: PaymentNotice): Payment {
  if (!booked.isReportedBy(notice)) throw new TransactionConflict();
  return booked;
}

/**
 * A signed notice says that money was taken, so a bill that is past due, or closed to the channel, takes it all the same:
 * what is refused is only what the partner's program got wrong.
 */
function check(partner: Partner, bill: Bill, notice: PaymentNotice): void {
  if (notice.amount !== bill.amount) throw new AmountDiffers({ amountDue: bill.amount });
  if (!partner.channels.includes(notice.channel))
    throw new ChannelNotEnabled(notice.channel, { whose: "partner" });
  checkPaidSince(bill, notice.paidAt);
}

/**
 * Nobody can have paid a number before there was one: the partner's clock or its zone is wrong. Some partners know the
 * day alone and say midnight, which is before a number that was issued and paid on that day.
 */
function checkPaidSince({ issuedAt }: Bill, paidAt: Date): void {
  if (paidAt.getTime() >= issuedAt.getTime() - largestSkewMs) return;
  if (isStartOfSchoolDay(paidAt) && schoolDay(paidAt) === schoolDay(issuedAt)) return;
  throw new BadInput({
    field: "paidAt",
    rule: {
      "zh-TW": `付款時間早於繳款帳號的開立時間（${issuedAt.toISOString()}），請校正時鐘或時區。`,
      en: `It is before the number was issued, ${issuedAt.toISOString()}. Check your clock and the zone.`,
    },
  });
}
