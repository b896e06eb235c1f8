import fc from "fast-check";
import { expect, it } from "vitest";
import { parseClassSheet } from "../import/class-sheet.js";
import { isStopped } from "../import/problem.js";
import { cao, lin } from "./sheets.js";

const titles = ["班級", "座號", "姓名", "學號", "出生日期", "身分證號"];
const rows = [
  ["二年一班", "3", "林承佑", "0110027", "107/1/2", lin.nationalId],
  ["二年一班", "4", "曹景維", "0110028", "107/11/21", cao.nationalId],
];
const read = (text: string) => {
  const { classes, problems } = parseClassSheet(text, "2026-09-01");
  const known = classes.map(({ students, ...rest }) => ({
    ...rest,
    students: students.map(({ line: _, parents: __, ...student }) => student),
  }));
  return { known, isStopped: isStopped(problems) };
};
const plain = read([titles, ...rows].map((cells) => cells.join(",")).join("\n"));

const wide = (text: string) =>
  text.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));

/** What programs and people do to a cell without meaning another one. */
const cellForm = fc.constantFrom<((cell: string, delimiter: string) => string)[]>(
  (cell) => cell,
  (cell) => `"${cell}"`,
  (cell) => ` ${cell} `,
  (cell) => `="${cell}"`,
  (cell, delimiter) => (delimiter === "，" ? cell : wide(cell)),
);

it("is one class in whatever form a program saves the sheet", () => {
  const form = fc.record({
    delimiter: fc.constantFrom(",", ";", "\t", "|", "，"),
    ending: fc.constantFrom("\n", "\r\n", "\r"),
    mark: fc.constantFrom("", "\uFEFF"),
    says: fc.boolean(),
    above: fc.array(fc.constantFrom("", "115 學年度學生名冊", "二年一班"), { maxLength: 3 }),
    between: fc.constantFrom<string[][]>([], [""], titles),
    below: fc.constantFrom("", "合計", "以下空白", "製表人：王小明", "\u001A"),
    empties: fc.nat(3),
    cells: fc.array(cellForm, { minLength: 12, maxLength: 12 }),
  });
  fc.assert(
    fc.property(form, ({ delimiter, ending, mark, says, above, between, below, empties, cells }) => {
      const line = (of: readonly string[]) => [...of, ...Array<string>(empties).fill("")].join(delimiter);
      const formed = rows.map((row, at) =>
        line(row.map((cell, place) => cells[at * titles.length + place]!(cell, delimiter))),
      );
      const text = [
        ...(says ? [`sep=${delimiter}`] : []),
        ...above,
        line(titles),
        formed[0]!,
        line(between),
        formed[1]!,
        below,
      ].join(ending);
      expect(read(mark + text)).toEqual(plain);
    }),
    { numRuns: 500 },
  );
});

it("tells of a sheet made of anything what it makes of it, and repeats no national ID", () => {
  const piece = fc.oneof(
    fc.constantFrom(
      ...titles,
      ...rows.flat(),
      "\n",
      "\r\n",
      ",",
      "\t",
      ";",
      '"',
      "=",
      "'",
      "sep=;",
      "合計",
      "\u0085",
    ),
    fc.constantFrom("\0", "\uFEFF", "\u200B", "�", "\u001A", "\uD842", "林O佑", "=1+1"),
    fc.string({ unit: "grapheme", maxLength: 3 }),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
      const { problems } = parseClassSheet(pieces.join(""), "2026-09-01");
      expect(JSON.stringify(problems)).not.toMatch(/[A-Z][12]\d{8}/);
    }),
    { numRuns: 1_000 },
  );
});
