import bwip from "bwip-js/node";
import { generate } from "lean-qr";
import { expect, it, vi } from "vitest";
import { City } from "./city.js";
import { aBill, aBinding } from "./given.js";
import { guardian } from "./viewers.js";

// The encoders work as ever; that they were called is remembered.
vi.mock("bwip-js/node", { spy: true });
vi.mock("lean-qr", { spy: true });

it("draws a picture once, under however many names and in however many requests it is asked for", async () => {
  await using city = await City.start();
  const { id, studentId } = await aBill(city);
  for (const who of ["mother", "father"]) await aBinding(city, who, studentId);
  const options = `paymentOptions {
    ... on AtmOption { twqr { svg } } ... on ConvenienceStoreOption { barcodes }
    ... on EasyWalletOption { qrSvg } ... on PayTaipeiOption { qrSvg } ... on CreditCardOption { qrSvg } }`;
  const names = Array.from({ length: 20 }, (_, at) => `a${at}: bill(id: $id) { ${options} }`);
  const query = `query ($id: ID!) { ${names.join(" ")} }`;
  const answers = await Promise.all(
    ["mother", "father", "mother"].map((who) => city.read(guardian(who), query, { id })),
  );
  expect(answers[0].a0.paymentOptions).toHaveLength(5);
  for (const answer of answers) for (const seen of Object.values(answer)) expect(seen).toEqual(answers[0].a0);
  expect(vi.mocked(generate)).toHaveBeenCalledTimes(4);
  expect(vi.mocked(bwip.raw)).toHaveBeenCalledTimes(3);
});
