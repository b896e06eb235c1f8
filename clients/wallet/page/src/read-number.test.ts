import { expect, it } from "vitest";
import { readAny, readNumber } from "./read-number.js";

const number = "4803006300000198";
const twqr = `TWQRP://個人轉帳/158/02/V1?D1=473000&D5=012&D6=${number}&D10=901&D12=20261214235959`;

it.each([
  number,
  "4803 0063 0000 0198",
  "4803-0063-0000-0198 ",
  "４８０３００６３０００００１９８",
  twqr,
  encodeURI(twqr),
  `https://wallet.campus.example/easy-wallet?account=${number}&amount=4730`,
])("reads the number in %j", (text) => {
  expect(readNumber(text)).toEqual({ number });
});

it.each(["1512146R5", "121483000004730", "12146X000004730"])(
  "knows %j for another of a slip's barcodes",
  (text) => {
    expect(readNumber(text)).toEqual({ part: "store" });
  },
);

it.each(["", "48030063000001", "48030063000001988", "https://example.org/?account=1", "%E0%A4%A"])(
  "finds no number in %j",
  (text) => {
    expect(readNumber(text)).toBeUndefined();
  },
);

it("takes the number out of all that a picture shows", () => {
  expect(readAny(["1512146R5", number, "121483000004730"])).toEqual({ number });
  expect(readAny(["hello", "1512146R5"])).toEqual({ part: "store" });
  expect(readAny([])).toBeUndefined();
});
