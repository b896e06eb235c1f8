import { describe, expect, it } from "vitest";
import { parseEmailAddress } from "../email-address.js";
import { parseMobileNumber } from "../mobile-number.js";
import { parseNationalId } from "../national-id.js";
import { parsePersonName } from "../person-name.js";
import { read } from "./typed-text.js";

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

it.each([`林${"\u0316".repeat(9)}`, "⿰".repeat(400)])("%j is no name", (text) => {
  expect(read(parsePersonName, text)).toBe("NAME_INVALID");
});
