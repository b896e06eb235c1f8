import { expect, it } from "vitest";
import { maskName } from "../person-name.js";

it.each([
  ["林承佑", "林O佑"],
  ["林佑", "林O"],
  ["林　佑", "林O"],
  ["林 佑", "林O"],
  ["佑", "O"],
  ["歐陽小明", "歐OO明"],
  ["𠮷田明", "𠮷O明"],
  ["瓦歷斯‧諾幹", "瓦OO‧O幹"],
  ["瓦．幹", "瓦‧O"],
  ["김 수", "김 O"],
  ["葛\u{E0101}佑\u{E0100}", "葛\u{E0101}O"],
  ["葛\uFE00承佑", "葛\uFE00O佑"],
  ["⿰方方土", "⿰方方O"],
  ["游錫⿱⿰方方土", "游O⿱⿰方方土"],
  ["李〇明", "李O明"],
  ["John Smith", "J*** S***"],
  ["Jose\u0301 Nun\u0303ez", "J*** N***"],
  ["E\u0301ric", "É***"],
  ["M\u0302ai", "M\u0302***"],
  ["Lin Cheng-You", "L*** C***-Y***"],
  ["O'Neil", "O***"],
  ["O’Neil", "O***"],
])("%j is shown as %s", (name, masked) => {
  expect(maskName(name)).toBe(masked);
});
