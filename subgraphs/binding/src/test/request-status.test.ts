import { describe, expect, it } from "vitest";
import {
  openStatuses,
  type RequestAct,
  type RequestStatus,
  refusalOf,
  requestStatuses,
  requestTransitions,
  statusAfter,
} from "../domain/request-status.js";

const acts: RequestAct[] = [
  "submit",
  "approve",
  "return",
  "cancel",
  "resubmit",
  "bind",
  "failProvision",
  "revoke",
];

describe("the table of a request's statuses", () => {
  it("reaches every status from a draft", () => {
    const reached = new Set<RequestStatus>(["DRAFT"]);
    for (const status of reached)
      for (const next of Object.values(requestTransitions[status])) reached.add(next);
    expect([...reached].sort()).toEqual([...requestStatuses].sort());
  });

  it("uses every act, and leads only to statuses that it has a row for", () => {
    const rows = requestStatuses.flatMap((status) => Object.entries(requestTransitions[status]));
    expect(new Set(rows.map(([act]) => act))).toEqual(new Set(acts));
    for (const [, next] of rows) expect(requestStatuses).toContain(next);
  });

  it("lets nothing happen to a request that has ended", () => {
    for (const status of ["CANCELLED", "REVOKED"] as const)
      for (const act of acts) expect(statusAfter(status, act)).toBeNull();
  });

  it("leads back to waiting only from a return and from a failure", () => {
    const back = requestStatuses.filter((status) =>
      Object.values(requestTransitions[status]).includes("PENDING" as never),
    );
    expect(back).toEqual(["DRAFT", "RETURNED", "PROVISION_FAILED"]);
  });

  it("counts as open whatever is, or may come to be, a binding", () => {
    expect([...openStatuses].sort()).toEqual(["APPROVED", "BOUND", "PENDING", "RETURNED"]);
  });

  it("tells a late reviewer that it was decided, and a late guardian that it is closed", () => {
    expect(refusalOf("approve", "BOUND")).toMatchObject({
      code: "REQUEST_ALREADY_DECIDED",
      details: { status: "BOUND" },
    });
    expect(refusalOf("cancel", "BOUND")).toMatchObject({
      code: "REQUEST_NOT_OPEN",
      details: { status: "BOUND" },
    });
  });
});
