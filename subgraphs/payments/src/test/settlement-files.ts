import { schoolDay } from "../domain/school-day.js";
import type { City } from "./city.js";

/** A line of a bank's file, as a test gives it. */
export interface GivenLine {
  kind?: "P" | "R";
  transactionNumber: string;
  reference: string;
  amount: number;
  channel?: string;
  day?: string;
}

export interface GivenFile {
  partner?: string;
  day?: string;
  number?: number;
  lines: readonly GivenLine[];
}

const sum = (lines: readonly GivenLine[], kind: "P" | "R") =>
  lines.reduce((total, line) => total + ((line.kind ?? "P") === kind ? line.amount : 0), 0);

/** The file as CSV, as the README has it. */
export function csvFile(
  city: City,
  { partner = "wallet", day = today(city), number = 1, lines }: GivenFile,
): string {
  const records = lines.map(
    ({ kind = "P", transactionNumber, reference, amount, channel, day: paidOn = day }) =>
      kind === "P"
        ? ["P", transactionNumber, reference, amount, channel ?? "EASY_WALLET", paidOn]
        : ["R", transactionNumber, reference, amount, paidOn],
  );
  const all = [
    ["H", partner, day, number],
    ...records,
    ["T", lines.length, sum(lines, "P"), sum(lines, "R")],
  ];
  return all.map((record) => record.join(",")).join("\r\n");
}

const codes: Readonly<Record<string, string>> = {
  EASY_WALLET: "01",
  PAY_TAIPEI: "02",
  CREDIT_CARD: "03",
  ATM: "04",
  CONVENIENCE_STORE: "05",
};

/** The same as records of fixed width. */
export function fixedWidthFile(
  city: City,
  { partner = "wallet", day = today(city), number = 1, lines }: GivenFile,
): string {
  const digits = (value: number, width: number) => String(value).padStart(width, "0");
  const compact = (day: string) => day.replaceAll("-", "");
  const records = lines.map(
    ({ kind = "P", transactionNumber, reference, amount, channel, day: paidOn = day }) =>
      [
        kind === "P" ? "2" : "3",
        transactionNumber.padEnd(64),
        reference.padEnd(36),
        digits(amount, 10),
        kind === "P" ? codes[channel ?? "EASY_WALLET"] : "  ",
        compact(paidOn),
      ].join(""),
  );
  return [
    `1${partner.padEnd(64)}${compact(day)}${digits(number, 3)}`,
    ...records,
    `9${digits(lines.length, 8)}${digits(sum(lines, "P"), 14)}${digits(sum(lines, "R"), 14)}`,
  ].join("\r\n");
}

export function today(city: City): string {
  return schoolDay(city.clock.now());
}
