import type { Channel } from "../domain/channel.js";
import { checkedAmount, checkedCount, checkedDay, checkedText, unexpected } from "./checked-fields.js";
import type { SettlementFormat, SettlementLine } from "./settlement-file.js";

/**
 * Records of 121 characters, one a line, as banks' media exchange has them: text to the left and filled up with blanks,
 * numbers to the right and filled up with zeroes, days as yyyymmdd **[rule]**.
 *
 * | record | fields, by their widths |
 * |---|---|
 * | `1` header | partner 64, day 8, number 3 |
 * | `2` payment | transaction number 64, pay account number 36, amount 10, channel 2, day 8 |
 * | `3` refund | the bank's number 64, refund id 36, amount 10, blank 2, day 8 |
 * | `9` trailer | count 8, paid in 14, paid out 14 |
 */
export const fixedWidthFormat: SettlementFormat = {
  name: "fixed-width",
  recognises: (text) => /^1[\w.:-]+ *\d{11} *\r?(\n|$)/.test(text),
  read(text) {
    const records = text.split(/\r?\n/).filter((record) => record.trim() !== "" && record !== "\u001A");
    const [header = "", ...rest] = records;
    const [partner, day, number] = fieldsOf(header, [64, 8, 3]);
    const last = rest.pop() ?? "";
    if (!last.startsWith("9"))
      throw unexpected(records.length, { "zh-TW": "末筆（9）", en: "the trailer (9)" });
    const [count, paidIn, paidOut] = fieldsOf(last, [8, 14, 14]);
    return {
      content: {
        partner: checkedText(1, partner!),
        day: checkedDay(1, dayOf(day!)),
        number: checkedCount(1, number!),
        lines: rest.map((record, place) => lineOf(place + 2, record)),
      },
      trailer: {
        count: checkedCount(records.length, count!),
        paidIn: checkedCount(records.length, paidIn!),
        paidOut: checkedCount(records.length, paidOut!),
      },
    };
  },
};

/** The codes of the channels, as they are printed. */
const channelCodes: Readonly<Record<string, Channel>> = {
  "01": "EASY_WALLET",
  "02": "PAY_TAIPEI",
  "03": "CREDIT_CARD",
  "04": "ATM",
  "05": "CONVENIENCE_STORE",
};

function lineOf(line: number, record: string): SettlementLine {
  const isRefund = record.startsWith("3");
  if (!isRefund && !record.startsWith("2"))
    throw unexpected(line, { "zh-TW": "入帳（2）或退費（3）", en: "a payment (2) or a refund (3)" });
  const [transactionNumber, reference, amount, code, day] = fieldsOf(record, [64, 36, 10, 2, 8]);
  const channel = isRefund ? null : channelCodes[code!];
  if (channel === undefined)
    throw unexpected(line, {
      "zh-TW": `管道代碼 ${Object.keys(channelCodes).join("、")} 之一`,
      en: `one of the channels' codes ${Object.keys(channelCodes).join(", ")}`,
    });
  return {
    line,
    kind: isRefund ? "REFUND" : "PAYMENT",
    transactionNumber: checkedText(line, transactionNumber!),
    reference: checkedText(line, reference!),
    amount: checkedAmount(line, amount!),
    channel,
    day: checkedDay(line, dayOf(day!)),
  };
}

/** The fields after the record's kind. */
function fieldsOf(record: string, widths: readonly number[]): string[] {
  let place = 1;
  return widths.map((width) => {
    const field = record.slice(place, place + width).trim();
    place += width;
    return field;
  });
}

function dayOf(digits: string): string {
  return `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6, 8)}`;
}
