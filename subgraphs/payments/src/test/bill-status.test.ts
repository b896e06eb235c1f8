import { expect, it } from "vitest";
import { arrivalAt, billStatuses, billTransitions } from "../domain/bill-status.js";
import { isMoney, largestBillNtd } from "../domain/money.js";

it.each(Object.entries(billTransitions))("can %s an unpaid bill and no other", (_, next) => {
  expect(billStatuses.filter((status) => next[status] !== null)).toEqual(["UNPAID"]);
});

it("never turns money away from a bill that needs none: it is owed back", () => {
  expect(arrivalAt).toEqual({
    UNPAID: "RECEIVED",
    PAID: "OVERPAYMENT",
    VOIDED: "OVERPAYMENT",
    SUPERSEDED: "OVERPAYMENT",
    WAIVED: "OVERPAYMENT",
  });
});

it.each([
  [1, true],
  [largestBillNtd, true],
  [largestBillNtd + 1, false],
  [0, false],
  [-1, false],
  [1.5, false],
  [Number.NaN, false],
  [Number.POSITIVE_INFINITY, false],
])("takes %d for an amount of money: %s", (amount, taken) => {
  expect(isMoney(amount)).toBe(taken);
});
