import type { LinkedChannel, PaymentLinks } from "../context.js";
import type { AgreementTerms } from "../domain/agreement-terms.js";
import type { Bill } from "../domain/bill.js";
import type { Channel } from "../domain/channel.js";
import { type SchoolDay, schoolDay } from "../domain/school-day.js";
import { drawSvg } from "./draw.js";
import { storeSegments } from "./store-barcode.js";
import { twqrExpiry, twqrPayload, twqrText } from "./twqr.js";

/** What the TWQR standard wants as the payee's name on a transfer of this kind. */
const transferName = "個人轉帳";

/** What a guardian needs to pay through one channel. Pictures are drawn when they are asked for. */
export type PaymentOption = ReturnType<typeof atm> | ReturnType<typeof store> | ReturnType<typeof link>;

/** The ways to pay the bill now, in the order that the city lists them. */
export function paymentOptions(
  bill: Bill,
  agreement: AgreementTerms,
  served: ReadonlySet<Channel>,
  links: PaymentLinks,
  now: Date,
): PaymentOption[] {
  return bill.openChannels(agreement, served, now).flatMap((channel) => {
    const option = optionFor(channel, bill, agreement, links, now);
    return option ? [option] : [];
  });
}

/** Null for a channel whose page is not configured: it may still take the bill by its number. */
function optionFor(
  channel: Channel,
  bill: Bill,
  agreement: AgreementTerms,
  links: PaymentLinks,
  now: Date,
): PaymentOption | null {
  if (channel === "ATM") return atm(bill, agreement, now);
  if (channel === "CONVENIENCE_STORE") return store(bill, agreement);
  const template = links[channel];
  return template === undefined ? null : link(channel, template, bill);
}

function atm(bill: Bill, { bankCode, bankName }: AgreementTerms, now: Date) {
  const { accountNumber, amount } = bill;
  const expiry = twqrExpiry(lastDayToShow(bill, now));
  const payload = twqrPayload({ name: transferName, bankCode, account: accountNumber, amount, expiry });
  const qrText = twqrText(payload);
  const twqr = {
    payload,
    qrText,
    get svg() {
      return drawSvg({ kind: "qrcode", text: qrText });
    },
  };
  return { channel: "ATM" as const, bankCode, bankName, accountNumber, twqr };
}

/** A code is good until the end of the due date; one that is drawn after it, as long as the bank still takes the bill. */
function lastDayToShow(bill: Bill, now: Date): SchoolDay {
  return schoolDay(now) <= bill.dueDate ? bill.dueDate : bill.lastDayThrough("ATM");
}

function store({ dueDate, accountNumber, amount }: Bill, { collectionCode }: AgreementTerms) {
  const segments = storeSegments({ dueDate, collectionCode, account: accountNumber, amount });
  return {
    channel: "CONVENIENCE_STORE" as const,
    segments,
    get barcodes() {
      return segments.map((segment) => drawSvg({ kind: "code39", text: segment }));
    },
  };
}

function link(channel: LinkedChannel, template: string, { accountNumber, amount }: Bill) {
  const url = template.replaceAll("{account}", accountNumber).replaceAll("{amount}", String(amount));
  return {
    channel,
    url,
    get qrSvg() {
      return drawSvg({ kind: "qrcode", text: url });
    },
  };
}
