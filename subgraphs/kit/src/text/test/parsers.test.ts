import { describe, expect, it } from "vitest";
import { Refusal } from "../../refusals/refusal.js";
import { parseBirthDate } from "../birth-date.js";
import { classKey, classNumbers, gradeOf, parseClassName } from "../class-name.js";
import { parseEmailAddress } from "../email-address.js";
import { parseMobileNumber } from "../mobile-number.js";
import { parseNationalId } from "../national-id.js";
import { parsePersonName } from "../person-name.js";
import { parseSeatNumber } from "../seat-number.js";

const birthDate = (text: string) => parseBirthDate(text, "2026-09-01");

/** What the parser makes of the text: a value, or the code of its refusal. */
function read(parse: (text: string) => unknown, text: string): unknown {
  try {
    return parse(text);
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
}

describe("a person's name", () => {
  it.each([
    ["林　佑", "林佑"],
    [" 林 承 佑\t", "林承佑"],
    ["林\u{E0100} 佑", "林\u{E0100}佑"],
    ["John   Smith", "John Smith"],
    ["김 철수", "김 철수"],
    ["瓦歷斯‧諾幹", "瓦歷斯‧諾幹"],
    ["瓦歷斯．諾幹", "瓦歷斯‧諾幹"],
    ["瓦歷斯•諾幹", "瓦歷斯‧諾幹"],
    ["瓦歷斯·諾幹", "瓦歷斯‧諾幹"],
    ["瓦歷斯・諾幹", "瓦歷斯‧諾幹"],
    ["瓦歷斯˙諾幹", "瓦歷斯‧諾幹"],
    ["瓦歷斯。諾幹", "瓦歷斯‧諾幹"],
    ["瓦歷斯 . 諾幹", "瓦歷斯‧諾幹"],
    ["瓦歷斯．Nokan", "瓦歷斯‧Nokan"],
    ["瓦歷斯\u0387諾幹", "瓦歷斯‧諾幹"],
    ["瓦歷斯\uA78F諾幹", "瓦歷斯‧諾幹"],
    ["瓦歷斯᛫諾幹", "瓦歷斯‧諾幹"],
    ["瓦歷斯‧‧諾幹‧", "瓦歷斯‧諾幹"],
    ["Walis．Nokan", "Walis‧Nokan"],
    ["Walis。Nokan", "Walis‧Nokan"],
    ["Walis.Nokan", "Walis.Nokan"],
    ["瓦歷斯‧諾幹（Walis Nokan）", "瓦歷斯‧諾幹(Walis Nokan)"],
    ["瓦歷斯－諾幹", "瓦歷斯-諾幹"],
    [
      "Takivatan‧Islituan‧Bisazu‧Tanapima‧Ispalidav‧Nangavulan",
      "Takivatan‧Islituan‧Bisazu‧Tanapima‧Ispalidav‧Nangavulan",
    ],
    ["Anne–Marie", "Anne-Marie"],
    ["ʼAkiw", "’Akiw"],
    ["＇Akiw", "’Akiw"],
    ["'林佑", "林佑"],
    ["'ㄚ明", "ㄚ明"],
    ["Ａlan　ＬＩＮ", "Alan LIN"],
    ["O", "O"],
    ["⼀明", "一明"],
    ["\uF900明", "豈明"],
    ["ㄚ明", "ㄚ明"],
    ["佐々木", "佐々木"],
    ["John F. Kennedy", "John F. Kennedy"],
    ["O’Neil", "O’Neil"],
    ["O'Neil", "O’Neil"],
    ["OʼNeil", "O’Neil"],
    ["’Oto^ oe:wa:", "’Oto^ oe:wa:"],
    ["Jose\u0301", "Jos\u00E9"],
    ["⿰方方土", "⿰方方土"],
    ["游錫⿱⿰方方土", "游錫⿱⿰方方土"],
    ["𠮷田明", "𠮷田明"],
    ["\uE000明", "\uE000明"],
    ["李〇明", "李〇明"],
  ])("%s is kept as %s", (text, name) => {
    expect(read(parsePersonName, text)).toBe(name);
  });

  it.each([
    ["", "NAME_INVALID"],
    ["　", "NAME_INVALID"],
    ["007", "NAME_INVALID"],
    ["=1+1", "NAME_INVALID"],
    ["-林", "NAME_INVALID"],
    ["...", "NAME_INVALID"],
    ["林佑😀", "NAME_INVALID"],
    ["\u0301林", "NAME_INVALID"],
    ["\u{E0100}林", "NAME_INVALID"],
    ["王大明,李小美", "NAME_INVALID"],
    ["林⿰方", "NAME_INVALID"],
    ["⿱⿰方土", "NAME_INVALID"],
    ["@SUM(1)", "NAME_INVALID"],
    ["林①", "NAME_INVALID"],
    ["A".repeat(101), "NAME_INVALID"],
    ["林O佑", "NAME_MASKED"],
    ["林Ｏ佑", "NAME_MASKED"],
    ["林○○", "NAME_MASKED"],
    ["林＊佑", "NAME_MASKED"],
    ["歐XX明", "NAME_MASKED"],
    ["○承佑", "NAME_MASKED"],
    ["林\u200D佑", "BAD_CHARACTER"],
    ["林\uFEFF佑", "BAD_CHARACTER"],
    ["<b>林</b>", "NAME_INVALID"],
    ["名".repeat(51), "NAME_INVALID"],
    [`林${"\u0301".repeat(1_000)}`, "NAME_INVALID"],
    ["林\u200B佑", "BAD_CHARACTER"],
    ["林�", "BAD_CHARACTER"],
    ["林\0", "BAD_CHARACTER"],
    ["林\uD842", "BAD_CHARACTER"],
    ["林\u3164", "BAD_CHARACTER"],
    ["\u202E林佑", "BAD_CHARACTER"],
  ])("%j is refused as %s", (text, code) => {
    expect(read(parsePersonName, text)).toBe(code);
  });

  it("names the character that nobody can see", () => {
    expect(() => parsePersonName("林\u200B佑")).toThrow(
      expect.objectContaining({ details: { character: "U+200B" } }),
    );
  });
});

describe("an e-mail address", () => {
  it.each([
    ["wang@x.tw ", "wang@x.tw"],
    ["　ｗａｎｇ＠ｘ．ｔｗ", "wang@x.tw"],
    ["Wang.Da-Ming+1@X.TW", "Wang.Da-Ming+1@x.tw"],
    ["o'neil@mail.x.tw", "o'neil@mail.x.tw"],
    ["wang＠x。tw", "wang@x.tw"],
    ["wang﹫x｡tw", "wang@x.tw"],
  ])("%j is kept as %s", (text, email) => {
    expect(read(parseEmailAddress, text)).toBe(email);
  });

  it.each([
    "",
    "nobody",
    "a@b",
    "a@b.c",
    "<wang@x.tw>",
    "mailto:wang@x.tw",
    "王老師@x.tw",
    "王老師 wang@x.tw",
    "王老師 <wang@x.tw>",
    '"wang"@x.tw',
    "wang@[127.0.0.1]",
    "wang@x.tw\r\nBcc: li@x.tw",
    "wang@x.tw?subject=1",
    "wang@x.tw,li@x.tw",
    "wang@x..tw",
    "wang..da@x.tw",
    ".wang@x.tw",
    "wang@x.tw.",
    "wang @x.tw",
    "wang@@x.tw",
    "wang@學校.tw",
    `${"a".repeat(65)}@x.tw`,
  ])("%j is none", (text) => {
    expect(read(parseEmailAddress, text)).toBe("EMAIL_INVALID");
  });

  it("with a character that nobody can see is refused by its name", () => {
    expect(read(parseEmailAddress, "wang\u200B@x.tw")).toBe("BAD_CHARACTER");
  });
});

describe("a mobile number", () => {
  it.each([
    "0912345678",
    "0912-345-678",
    "+886 912 345 678",
    "+886-912-345678",
    "０９１２３４５６７８",
    " 0912 345 678 ",
    "+886 0912345678",
    "+８８６９１２３４５６７８",
    "(0912)345678",
    "912345678",
    "0912–345–678",
  ])("%j is 0912345678", (text) => {
    expect(read(parseMobileNumber, text)).toBe("0912345678");
  });

  it.each([
    "",
    "a0912345678@x.tw",
    "王0912345678先生",
    "0912345678先生",
    "0912345678 ext 5",
    "0912345678#5",
    "02-27208889",
    "091234567",
    "09123456789",
    "0912345678/0922345678",
    "912345678x",
    "9.12345678E8",
    "0912345678 0922345678",
    "tel:0912345678",
    "+85291234567",
  ])("%j is none", (text) => {
    expect(read(parseMobileNumber, text)).toBe("MOBILE_INVALID");
  });
});

describe("a national ID", () => {
  it.each([
    ["A123456789", "A123456789"],
    [" a123456789", "A123456789"],
    ["Ａ１２３４５６７８９", "A123456789"],
    ["A123 456 789", "A123456789"],
    ["A800000014", "A800000014"],
    ["AC01234567", "AC01234567"],
  ])("%j is kept as %s", (text, nationalId) => {
    expect(read(parseNationalId, text)).toBe(nationalId);
  });

  it.each(["", "A123456788", "A12345678", "0912345678", "A123456789A"])("%j is none", (text) => {
    expect(read(parseNationalId, text)).toBe("NATIONAL_ID_INVALID");
  });
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

describe("a text without measure", () => {
  it.each<[string, (text: string) => unknown]>([
    ["NAME_INVALID", parsePersonName],
    ["EMAIL_INVALID", parseEmailAddress],
    ["MOBILE_INVALID", parseMobileNumber],
    ["NATIONAL_ID_INVALID", parseNationalId],
    ["BAD_BIRTH_DATE", birthDate],
    ["BAD_CLASS_NAME", parseClassName],
    ["BAD_SEAT_NUMBER", parseSeatNumber],
  ])("is refused at once as %s", (code, parse) => {
    const since = performance.now();
    for (const text of [
      `a${"\u0316".repeat(8_000)}`,
      "⿰".repeat(3_000),
      `1${" ".repeat(100_000)}x`,
      "\u200B".repeat(500),
    ])
      expect(read(parse, text)).toBe(code);
    expect(performance.now() - since).toBeLessThan(200);
  });

  it.each([`林${"\u0316".repeat(9)}`, "⿰".repeat(400)])("%j is no name", (text) => {
    expect(read(parsePersonName, text)).toBe("NAME_INVALID");
  });
});
