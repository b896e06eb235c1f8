import { Refusal, sentenceOf } from "@campus-graph/kit/refusals/refusal";
import { expect, it } from "vitest";
import * as classes from "../domain/refusals.js";
import { refusals } from "../refusals.js";

const codes = Object.values(classes)
  .map((RefusalClass) => new RefusalClass())
  .filter((refusal) => refusal instanceof Refusal);

it("keeps its codes: losing or renaming one breaks clients", () => {
  expect(codes.map(({ code }) => code).sort()).toEqual([
    "ALREADY_BILLED",
    "ALREADY_PAID",
    "AMOUNT_DIFFERS",
    "AMOUNT_UNUSUAL",
    "BAD_SIGNATURE",
    "BILLED_BEFORE",
    "BILL_ENDED",
    "BILL_NOT_FOUND",
    "BILL_TAKES_NO_CREDIT",
    "CASE_CLOSED",
    "CASE_EXCEEDED",
    "CHANNEL_NOT_ENABLED",
    "CLASS_NOT_AT_SCHOOL",
    "CLOCK_SKEW",
    "DUE_LATE",
    "DUE_SOON",
    "EXCEPTION_RESOLVED",
    "ISSUER_NOT_SET",
    "NOTHING_AMENDED",
    "NO_GUARDIAN_BOUND",
    "OTHER_GUARDIAN_PAID",
    "OWN_REFUND",
    "PARTNER_SUSPENDED",
    "PAST_DUE",
    "PAYMENT_UNDER_WAY",
    "REFUND_ACCOUNT_FIXED",
    "REFUND_DECIDED",
    "REMEDY_NOT_POSSIBLE",
    "SETTLEMENT_FILE_CONFLICT",
    "SETTLEMENT_OF_OTHERS",
    "SETTLEMENT_TOTALS_DIFFER",
    "SETTLEMENT_UNREADABLE",
    "STUDENT_NOT_AT_SCHOOL",
    "SUPERSEDED",
    "TRANSACTION_CONFLICT",
  ]);
});

it.each(codes.map((refusal) => [refusal.code, refusal] as const))(
  "has words for %s in both languages",
  (_, refusal) => {
    for (const language of ["zh-TW", "en"] as const)
      expect(sentenceOf(refusals, refusal, language)).toEqual(expect.any(String));
  },
);

it("has no words for codes that nobody gives", () => {
  expect(Object.keys(refusals).sort()).toEqual(codes.map(({ code }) => code).sort());
});
