import { expect, it } from "vitest";
import { agreementsOf, type PaymentsConfig } from "../config.js";

const config = (changes: Partial<PaymentsConfig>) => changes as PaymentsConfig;

it("makes nothing up in production: no partner, no link, no bank", () => {
  expect(agreementsOf(config({ mode: "production" }))).toEqual({
    partners: {},
    links: {},
    issuerTerms: null,
  });
});

it("takes the city's own agreements over the demo's, each by itself", () => {
  const agreements = agreementsOf(config({ mode: "demo", agreements: { partners: { bank: ["ATM"] } } }));
  expect(agreements.partners).toEqual({ bank: ["ATM"] });
  expect(agreements.issuerTerms?.bankCode).toBe("012");
});
