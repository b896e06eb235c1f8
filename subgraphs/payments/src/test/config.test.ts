import { expect, it } from "vitest";
import { agreementsOf, type PaymentsConfig } from "../config.js";

const config = (changes: Partial<PaymentsConfig>) => changes as PaymentsConfig;

it("makes nothing up in production: no link, no bank", () => {
  expect(agreementsOf(config({ mode: "production" }))).toEqual({
    links: {},
    issuerTerms: null,
  });
});

it("takes the city's own agreements over the demo's, each by itself", () => {
  const agreements = agreementsOf(
    config({ mode: "demo", agreements: { links: { EASY_WALLET: "https://wallet.example/{account}" } } }),
  );
  expect(agreements.links).toEqual({ EASY_WALLET: "https://wallet.example/{account}" });
  expect(agreements.issuerTerms?.bankCode).toBe("012");
});
