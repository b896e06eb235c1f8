import { parse } from "csv-parse/sync";
import { type Channel, channels } from "../domain/channel.js";
import { checkedAmount, checkedCount, checkedDay, checkedText, unexpected } from "./checked-fields.js";
import {
  type SettlementFormat,
  type SettlementLine,
  type SettlementTrailer,
  UnreadableLine,
} from "./settlement-file.js";

/**
 * CSV (RFC 4180), a record a line, told apart by its first field **[rule]**:
 *
 *     H,<partner>,<day>,<number of the day's file>
 *     P,<transaction number>,<pay account number>,<amount>,<channel>,<day paid>
 *     R,<the bank's number>,<refund id>,<amount>,<day paid>
 *     T,<count of P and R>,<sum of P>,<sum of R>
 */
export const csvFormat: SettlementFormat = {
  name: "csv",
  recognises: (text) => /^\uFEFF?"?H"?,/.test(text),
  read(text) {
    const records = recordsOf(text);
    const [header, ...rest] = records;
    if (header?.[0] !== "H" || header.length !== 4)
      throw unexpected(1, { "zh-TW": "首筆 H,業者,日期,檔次", en: "the header H,partner,day,number" });
    const partner = checkedText(1, header[1]!);
    const day = checkedDay(1, header[2]!);
    const number = checkedCount(1, header[3]!);
    const last = rest.pop();
    const trailer = trailerOf(records.length, last);
    const lines = rest.map((record, place) => lineOf(place + 2, record));
    return { content: { partner, day, number, lines }, trailer };
  },
};

function recordsOf(text: string): string[][] {
  try {
    return parse(text, { bom: true, relax_column_count: true, skip_empty_lines: true, trim: true });
  } catch (error) {
    const { lines = 1 } = error as { lines?: number };
    throw new UnreadableLine(lines, { "zh-TW": "引號不成對。", en: "A quote is not closed." });
  }
}

function trailerOf(line: number, record: string[] | undefined): SettlementTrailer {
  if (record?.[0] !== "T" || record.length !== 4)
    throw unexpected(line, {
      "zh-TW": "末筆 T,筆數,入帳合計,退費合計",
      en: "the trailer T,count,paid in,paid out",
    });
  const [, count, paidIn, paidOut] = record as [string, string, string, string];
  return {
    count: checkedCount(line, count),
    paidIn: checkedCount(line, paidIn),
    paidOut: checkedCount(line, paidOut),
  };
}

function lineOf(line: number, record: readonly string[]): SettlementLine {
  const [kind, transactionNumber = "", reference = "", amount = "", ...more] = record;
  const common = { line, transactionNumber, reference, amount };
  if (kind === "P" && more.length === 2) {
    const [channel = "", day = ""] = more;
    return { ...checked(common, day), kind: "PAYMENT", channel: checkedChannel(line, channel) };
  }
  if (kind === "R" && more.length === 1)
    return { ...checked(common, more[0]!), kind: "REFUND", channel: null };
  throw unexpected(line, {
    "zh-TW": " P,交易序號,繳款帳號,金額,管道,繳費日 或 R,銀行序號,退費編號,金額,付款日",
    en: "P,transaction,account number,amount,channel,day or R,transaction,refund,amount,day",
  });
}

function checked(
  { line, ...fields }: { line: number; transactionNumber: string; reference: string; amount: string },
  day: string,
) {
  return {
    line,
    transactionNumber: checkedText(line, fields.transactionNumber),
    reference: checkedText(line, fields.reference),
    amount: checkedAmount(line, fields.amount),
    day: checkedDay(line, day),
  };
}

function checkedChannel(line: number, text: string): Channel {
  const channel = channels.find((known) => known === text);
  if (channel) return channel;
  throw unexpected(line, {
    "zh-TW": `管道 ${channels.join("、")} 之一`,
    en: `one of the channels ${channels.join(", ")}`,
  });
}
