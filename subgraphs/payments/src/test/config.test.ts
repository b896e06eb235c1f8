import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { agreementsOf, type PaymentsConfig, paymentsConfiguration } from "../config.js";

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

const example = readFileSync(new URL("../../example-agreements.json", import.meta.url), "utf8");

/** What is said of AGREEMENTS, whatever else is missing. */
function saidOf(AGREEMENTS: string | undefined, MODE = "production") {
  const { problems, remarks } = paymentsConfiguration.review({ MODE, AGREEMENTS });
  const own = ({ variable }: { variable: string }) => variable === "AGREEMENTS";
  return {
    problems: problems.filter(own).map(({ what }) => what),
    remarks: remarks.filter(own).map(({ what }) => what),
  };
}

it("takes the README's example, as a file and as it stands", () => {
  expect(saidOf("subgraphs/payments/example-agreements.json")).toEqual({ problems: [], remarks: [] });
  expect(saidOf(example)).toEqual({ problems: [], remarks: [] });
});

it("says in production that no school can issue a bill, and not in the demo", () => {
  const [remark] = saidOf(undefined).remarks;
  expect(remark).toContain("no school can issue a bill (ISSUER_NOT_SET)");
  expect(saidOf("{}").remarks).toHaveLength(1);
  expect(saidOf(undefined, "demo").remarks).toEqual([]);
});

it("still starts with the partners of before they were rows, and says what became of them", () => {
  const old = JSON.stringify({ ...JSON.parse(example), partners: { wallet: ["EASY_WALLET"] } });
  expect(saidOf(old).problems).toEqual([]);
  expect(saidOf(old).remarks.join()).toContain("rows now");
});

it.each([
  ["no file", "nowhere.json", "AGREEMENTS (nowhere.json) does not exist."],
  ["half a JSON", "{", "AGREEMENTS cannot be read"],
  ["a part that there is not", '{"isuerTerms": {}}', "has “isuerTerms”, which is none of"],
  [
    "a bank code as a number",
    JSON.stringify(withTerm("bankCode", 12)),
    "three digits in quotes at issuerTerms.bankCode",
  ],
  ["a bank's unknown rule", JSON.stringify(withTerm("checkRule", "mine")), "one of bank-of-taiwan-137"],
  ["a channel that there is not", JSON.stringify(withTerm("channels", ["CASH"])), "at issuerTerms.channels"],
  ["a link without the bill", '{"links":{"CREDIT_CARD":"https://pay.example"}}', "{account}"],
])("names %s by its place", (_, AGREEMENTS, sentence) => {
  expect(saidOf(AGREEMENTS).problems.join("\n")).toContain(sentence);
});

function withTerm(name: string, value: unknown) {
  const { issuerTerms } = JSON.parse(example);
  return { issuerTerms: { ...issuerTerms, [name]: value } };
}
