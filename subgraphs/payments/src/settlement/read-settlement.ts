import { SettlementTotalsDiffer, SettlementUnreadable } from "../domain/refusals.js";
import { csvFormat } from "./csv-format.js";
import { fixedWidthFormat } from "./fixed-width-format.js";
import { type SettlementContent, type SettlementFormat, UnreadableLine } from "./settlement-file.js";

/** The kinds of files that banks send. Another bank's is one more entry. */
const formats: readonly SettlementFormat[] = [csvFormat, fixedWidthFormat];

/** A file whose lines have been read and add up to what its trailer says. */
export interface ReadSettlement extends SettlementContent {
  paidIn: number;
  paidOut: number;
}

/**
 * What a day's file says. Refuses (SETTLEMENT_UNREADABLE) what is no file that anybody knows, or has a line that breaks its
 * rule, and (SETTLEMENT_TOTALS_DIFFER) one that was cut or altered: nothing of it is booked.
 */
export function readSettlement(text: string): ReadSettlement {
  const format = formats.find((each) => each.recognises(text));
  if (!format)
    throw new SettlementUnreadable({
      line: 1,
      rule: {
        "zh-TW": "不是本系統認得的對帳檔格式（CSV 或固定欄寬）。",
        en: "It is no settlement file of a known format (CSV or fixed width).",
      },
    });
  const { content, trailer } = readBy(format, text);
  const sum = (kind: "PAYMENT" | "REFUND") =>
    content.lines.reduce((total, each) => total + (each.kind === kind ? each.amount : 0), 0);
  const found = { count: content.lines.length, paidIn: sum("PAYMENT"), paidOut: sum("REFUND") };
  for (const name of ["count", "paidIn", "paidOut"] as const)
    if (found[name] !== trailer[name])
      throw new SettlementTotalsDiffer({ found: found[name], said: trailer[name] });
  return { ...content, paidIn: found.paidIn, paidOut: found.paidOut };
}

function readBy(format: SettlementFormat, text: string) {
  try {
    return format.read(text);
  } catch (error) {
    if (error instanceof UnreadableLine)
      throw new SettlementUnreadable({ line: error.line, rule: error.rule });
    throw error;
  }
}
