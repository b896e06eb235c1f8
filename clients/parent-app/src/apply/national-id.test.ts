import { expect, it } from "vitest";
import { isNationalId, readNationalId } from "./national-id.js";

it("takes national IDs and both kinds of resident certificates, however they were typed", () => {
  for (const typed of [
    "A123456789",
    "a123456789",
    "Ａ１２３４５６７８９",
    " A123 456789",
    "A800000014",
    "AC01234567",
  ])
    expect(isNationalId(typed), typed).toBe(true);
  expect(readNationalId("ａ１２３４５６７８９ ")).toBe("A123456789");
});

it("refuses what has a digit wrong, or is something else", () => {
  for (const typed of ["A123456788", "A323456789", "A12345678", "0912345678", ""])
    expect(isNationalId(typed), typed).toBe(false);
});
