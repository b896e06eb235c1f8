import { describe, expect, it } from "vitest";
import { daysUntil, formatDay, formatDayInTable, formatMoment, taipeiDayOf } from "./dates.js";
import { formatAccountNumber, formatMoney } from "./money.js";

describe("what people read", () => {
  it("writes days in the ROC calendar, whatever the zone of the device", () => {
    expect(formatDay("2026-12-14", "zh-TW")).toBe("民國115年12月14日週一");
    expect(formatDay("2026-12-14", "en")).toBe("Mon, 14 December 2026");
  });

  it("writes a moment by Taipei's clock", () => {
    expect(formatMoment("2026-12-13T16:05:00Z", "zh-TW")).toContain("14日 00:05");
  });

  it("counts days by Taipei's calendar: one minute before midnight is still today", () => {
    const lateEvening = new Date("2026-12-14T15:59:00Z");
    expect(daysUntil("2026-12-14", lateEvening)).toBe(0);
    expect(daysUntil("2026-12-14", new Date("2026-12-14T16:00:00Z"))).toBe(-1);
    expect(daysUntil("2026-12-28", lateEvening)).toBe(14);
  });

  it("writes a day short enough for a column, and as the graph does, by Taipei's calendar", () => {
    expect(formatDayInTable("2026-12-04", "zh-TW")).toBe("115/12/04");
    expect(formatDayInTable("2026-12-03T16:00:00Z", "zh-TW")).toBe("115/12/04");
    expect(formatDayInTable("2026-12-04", "en")).toBe("4 Dec 2026");
    expect(taipeiDayOf("2026-12-03T16:00:00Z")).toBe("2026-12-04");
  });

  it("writes money and account numbers as bills do", () => {
    expect(formatMoney(4730)).toBe("NT$4,730");
    expect(formatAccountNumber("4803006300000198")).toBe("4803 0063 0000 0198");
  });
});
