import { expect, it } from "vitest";
import { maskName, parsePersonName } from "../domain/person-name.js";

it.each([
  ["林承佑", "林O佑"],
  ["林佑", "林O"],
  ["佑", "O"],
  ["歐陽小明", "歐OO明"],
  ["𠮷田明", "𠮷O明"],
  ["瓦歷斯‧諾幹", "瓦OO‧O幹"],
  ["John Smith", "J*** S***"],
  ["Lin Cheng-You", "L*** C***-Y***"],
  ["O'Neil", "O***"],
])("%s is shown as %s", (name, masked) => {
  expect(maskName(parsePersonName(name)!)).toBe(masked);
});
