import type { SchoolDay } from "../domain/school-day.js";

/** A transfer that a bank's app can read from a picture: TWQR of type 02 (財金 QR Code 共通支付標準). */
export interface TwqrTransfer {
  /** Shown by the app, e.g. 個人轉帳. */
  name: string;
  /** 3 digits. */
  bankCode: string;
  /** At most 16 digits; padded with zeros on the left. */
  account: string;
  /** Whole NT$; the code carries two implied decimals. */
  amount: number;
  /** At most 19 characters. */
  memo?: string;
  /** When the code stops being good, as yyyyMMddHHmmss in Taipei. */
  expiry?: string;
}

/** The end of a day in Taipei, as a code names it (D12). */
export function twqrExpiry(day: SchoolDay): string {
  return `${day.replaceAll("-", "")}235959`;
}

/** The code's text, raw: names in plain Chinese. */
export function twqrPayload({ name, bankCode, account, amount, memo, expiry }: TwqrTransfer): string {
  if (!/^\d{3}$/.test(bankCode)) throw new RangeError(`The bank code “${bankCode}” is not 3 digits.`);
  if (!/^\d{1,16}$/.test(account)) throw new RangeError("A TWQR account has at most 16 digits.");
  if (!/^\d{1,10}$/.test(String(amount))) throw new RangeError(`TWQR cannot carry the amount ${amount}.`);
  if (memo !== undefined && (memo.length > 19 || /[&=%#]/.test(memo)))
    throw new RangeError("A TWQR memo has at most 19 characters, none of & = % #.");
  const fields = [
    `D1=${amount}00`,
    `D5=${bankCode}`,
    `D6=${account.padStart(16, "0")}`,
    memo === undefined ? null : `D9=${memo}`,
    "D10=901",
    expiry === undefined ? null : `D12=${expiry}`,
  ];
  return `TWQRP://${name}/158/02/V1?${fields.filter((field) => field !== null).join("&")}`;
}

/** The same text as it is drawn: percent-encoded once, so that every reader takes it for one. */
export function twqrText(payload: string): string {
  return encodeURI(payload);
}
