import {
  describeParsers,
  expectSameWhenTyped,
  padding,
  read,
  wide,
} from "@campus-graph/kit/text/test/typed-text";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseBirthDate } from "../domain/birth-date.js";
import { classKey, classNumbers, gradeOf, parseClassName } from "../domain/class-name.js";
import { parseSeatNumber } from "../domain/seat-number.js";

const birthDate = (text: string) => parseBirthDate(text, "2026-09-01");

describeParsers({
  "birth date": { parse: birthDate, code: "BAD_BIRTH_DATE" },
  "class name": { parse: parseClassName, code: "BAD_CLASS_NAME" },
  seat: { parse: parseSeatNumber, code: "BAD_SEAT_NUMBER" },
});

describe("what is typed in full width, with white space around it,", () => {
  it("is the same date", () => {
    const parts = fc.record({
      year: fc.integer({ min: 100, max: 114 }),
      month: fc.integer({ min: 1, max: 12 }),
      day: fc.integer({ min: 1, max: 28 }),
      separator: fc.constantFrom("/", "-", "."),
      isWestern: fc.boolean(),
    });
    expectSameWhenTyped(
      birthDate,
      parts.map(({ year, month, day, separator, isWestern }) =>
        [isWestern ? year + 1911 : year, month, day].join(separator),
      ),
    );
  });

  it("is the same seat", () => {
    expectSameWhenTyped(parseSeatNumber, fc.integer({ min: 1, max: 999 }).map(String));
  });
});

it("finds one class under any writing of its numbers", () => {
  const han = (number: number) => {
    const digit = (at: number) => (at === 0 ? "" : "一二三四五六七八九"[at - 1]);
    return number < 10
      ? digit(number)
      : `${number < 20 ? "" : digit(Math.floor(number / 10))}十${digit(number % 10)}`;
  };
  const number = fc.integer({ min: 1, max: 12 });
  const order = fc.integer({ min: 1, max: 39 });
  fc.assert(
    fc.property(number, order, padding, (grade, order, gap) => {
      const plain = `${grade}年${order}班`;
      for (const name of [
        plain,
        wide(plain),
        `${han(grade)}年${han(order)}班`,
        `${han(grade)}年${wide(String(order))}班`,
      ])
        expect(classKey(parseClassName(gap + name))).toBe(plain);
    }),
  );
});

describe("a birth date", () => {
  it.each([
    "2018/11/21",
    "2018-11-21",
    "2018.11.21",
    "20181121",
    "107/11/21",
    "107.11.21",
    "1071121",
    "民國107年11月21日",
    "107年11月21日",
    "107 年 11 月 21 日",
    "１０７／１１／２１",
    "2018/11/21 00:00:00",
    "2018-11-21T00:00:00",
    "2018/11/21 上午 00:00",
    "西元2018年11月21日",
    "中華民國107年11月21日",
    "民107.11.21",
    "ROC 107/11/21",
    "民國一百零七年十一月二十一日",
    "一〇七年十一月二十一日",
    "2018-11-21T00:00:00.000Z",
    "2018-11-21T00:00:00+08:00",
    "2018/11/21 12:00:00 AM",
    "2018/11/21 上午 12:00:00",
  ])("%j is 2018-11-21", (text) => {
    expect(read(birthDate, text)).toBe("2018-11-21");
  });

  it.each([
    ["１０７／１／２", "2018-01-02"],
    ["2018/1/2", "2018-01-02"],
    ["107.1.2", "2018-01-02"],
    ["097/05/01", "2008-05-01"],
    ["0970501", "2008-05-01"],
    ["民國97年5月1日", "2008-05-01"],
    ["民國97/5/1", "2008-05-01"],
    ["民國九十七年五月一日", "2008-05-01"],
  ])("%j is %s", (text, date) => {
    expect(read(birthDate, text)).toBe(date);
  });

  it.each([
    "",
    "18/11/21",
    "061221",
    "97/5/1",
    "43425",
    "11/21/2018",
    "2018/2/30",
    "107/02/30",
    "2030/01/01",
    "1899/12/31",
    "0107/11/21",
    "2018/11",
    "西元107年1月2日",
    "2018/11/21 10:30",
    "2018/11/21 下午 12:00:00",
    "2018-11-20T16:00:00.000Z",
    "000/1/1",
    "民國前1年1月1日",
    "2-Jan-18",
  ])("%j is none that we can tell", (text) => {
    expect(read(birthDate, text)).toBe("BAD_BIRTH_DATE");
  });
});

describe("a class name", () => {
  it.each([
    [["二年一班", "2年1班", "２年１班", "二年１班", " 二年 一班 ", "2年01班"]],
    [["十二年十班", "12年10班"]],
    [["一〇二", "一○二", "102", "１０２"]],
    [["資訊科一年甲班", "資訊科1年甲班"]],
    [["3a", "３Ａ"]],
    [["2-1", "２－１", "二－一", "2–1"]],
    [["二年廿一班", "二年二十一班", "2年21班", "貳年貳拾壹班"]],
    [["二年一班", "ニ年ー班", "二年ㄧ班", "⼆年⼀班"]],
  ])("is one class in any writing: %j", (writings) => {
    expect(new Set(writings.map((text) => classKey(parseClassName(text)))).size).toBe(1);
  });

  it("tells classes apart that are two", () => {
    const names = [
      "二年一班",
      "二年二班",
      "二年十一班",
      "十二年一班",
      "一年二班",
      "102",
      "二年甲班",
      "忠班",
      "2-1",
      "201",
      "國七3班",
      "國七十三班",
      "高一1班",
      "高十一班",
    ];
    expect(new Set(names.map(classKey)).size).toBe(names.length);
  });

  it.each([
    ["二年一班", 2],
    ["２年１班", 2],
    ["十年忠班", 10],
    ["資訊科一年甲班", 1],
    ["101", 1],
    ["一〇一", 1],
    ["1203", 12],
    ["忠班", null],
    ["2-1", 2],
    ["二之一", 2],
    ["第二年第一班", 2],
    ["1011", 10],
  ])("%s tells grade %s", (name, grade) => {
    expect(gradeOf(parseClassName(name))).toBe(grade);
  });

  it.each([
    ["二年一班\u200B", "BAD_CHARACTER"],
    ["二年�班", "BAD_CHARACTER"],
    ["二年一\uFE00班", "BAD_CHARACTER"],
    ["", "BAD_CLASS_NAME"],
    ["二年".repeat(11), "BAD_CLASS_NAME"],
    ["2月1日", "BAD_CLASS_NAME"],
    ["2026/2/1", "BAD_CLASS_NAME"],
    ["=2-1", "BAD_CLASS_NAME"],
    ["二年—班", "BAD_CLASS_NAME"],
    ["二年一班😀", "BAD_CLASS_NAME"],
  ])("%j is refused as %s", (text, code) => {
    expect(read(parseClassName, text)).toBe(code);
  });
});

it.each([
  ["二年一班", "2-1"],
  ["2年01班", "2-1"],
  ["2-1", "2-1"],
  ["二之一", "2-1"],
  ["二年級一班", "2-1"],
  ["201", "2-1"],
  ["1201", "12-1"],
  ["二年甲班", null],
  ["餐飲一甲", null],
  ["12345", null],
])("%s is told by the numbers %s", (name, numbers) => {
  expect(classNumbers(parseClassName(name))).toBe(numbers);
});

describe("a seat", () => {
  it.each([
    ["3", 3],
    ["３", 3],
    ["03", 3],
    ["3號", 3],
    ["3 號", 3],
    ["0003", 3],
    ["十二", 12],
    ["三號", 3],
    ["3.0", 3],
    ["999", 999],
    ["0", "BAD_SEAT_NUMBER"],
    ["1000", "BAD_SEAT_NUMBER"],
    ["x", "BAD_SEAT_NUMBER"],
    ["-3", "BAD_SEAT_NUMBER"],
    ["〇", "BAD_SEAT_NUMBER"],
    ["3.5", "BAD_SEAT_NUMBER"],
    ["1e2", "BAD_SEAT_NUMBER"],
  ])("%j is %s", (text, seat) => {
    expect(read(parseSeatNumber, text)).toBe(seat);
  });
});
