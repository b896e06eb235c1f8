import { describe, expect, it } from "vitest";
import { csvOf } from "./csv.js";

describe("a list to take along", () => {
  it("is what a spreadsheet reads as text: marked as UTF-8, a line a row, quotes doubled", () => {
    expect(
      csvOf([
        ["姓名", "金額"],
        ['林"大"佑, 小', 4730],
        ["兩\n行", 0],
      ]),
    ).toBe('\uFEFF姓名,金額\r\n"林""大""佑, 小",4730\r\n"兩\n行",0\r\n');
  });

  it.each(["=1+1", "+886", "-2", "@SUM(A1)", "\t=1", "\r=1", " =1", "＝1", '=HYPERLINK("http://x")'])(
    "has no cell that a spreadsheet would run: %j",
    (cell) => {
      expect(csvOf([[cell]])).toMatch(/^\uFEFF"?'/);
    },
  );

  it("leaves what begins with a letter or a digit as it is", () => {
    expect(csvOf([["4803 0063 0000 0198", "王=小明", -5]])).toBe("\uFEFF4803 0063 0000 0198,王=小明,-5\r\n");
  });
});
