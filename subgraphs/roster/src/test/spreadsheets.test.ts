import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { parseClassSheet } from "../import/class-sheet.js";
import { isStopped } from "../import/problem.js";

const bytesOf = (name: string) => readFileSync(new URL(`spreadsheets/${name}`, import.meta.url));
const read = (name: string, encoding: string) =>
  parseClassSheet(new TextDecoder(encoding, { ignoreBOM: true }).decode(bytesOf(name)), "2026-09-01");

it.each([
  ["libreoffice-utf8.csv", "utf-8"],
  ["libreoffice-semicolons.csv", "utf-8"],
  ["libreoffice-utf16.csv", "utf-16le"],
  ["libreoffice-big5.csv", "big5"],
  ["excel-utf8.csv", "utf-8"],
  ["excel-sep.csv", "utf-8"],
  ["excel-unicode.txt", "utf-16le"],
  ["excel-big5.csv", "big5"],
])("%s, decoded as %s, is the class that stands in the spreadsheet", (name, encoding) => {
  const { classes, problems } = read(name, encoding);
  expect(problems).toMatchObject([{ column: "備註", code: "UNKNOWN_COLUMN" }]);
  expect(isStopped(problems)).toBe(false);
  expect(classes).toMatchObject([
    {
      name: "二年五班",
      teacher: { name: "周佩珊", email: "teacher@campus.example" },
      students: [
        { seatNumber: 1, name: "王大明", studentNumber: "0113001", birthDate: "2018-03-15", sex: "M" },
        { seatNumber: 2, name: "林佑", studentNumber: "0113002", birthDate: "2018-11-21", sex: "F" },
        { seatNumber: 3, name: "瓦歷斯‧諾幹", studentNumber: "0113003", birthDate: "2018-01-02", sex: "M" },
      ],
    },
  ]);
});

it.each(["libreoffice-big5.csv", "excel-big5.csv", "libreoffice-utf16.csv", "excel-unicode.txt"])(
  "%s, taken for UTF-8, is one sentence",
  (name) => {
    expect(read(name, "utf-8").problems).toMatchObject([{ code: "DAMAGED_TEXT" }]);
  },
);
