import { expect, it } from "vitest";
import { countTests } from "./test-counts.js";

const file = (status: string, ...tests: string[]) => ({
  status,
  assertionResults: tests.map((each) => ({ status: each })),
});

it("counts a file that broke before its first test as a failure", () => {
  expect(countTests({ testResults: [file("failed"), file("passed", "passed")] })).toEqual({
    passed: 1,
    failed: 1,
    skipped: 0,
  });
});

it("counts whatever neither passed nor failed as skipped", () => {
  expect(
    countTests({ testResults: [file("failed", "passed", "failed", "pending", "skipped", "todo")] }),
  ).toEqual({
    passed: 1,
    failed: 1,
    skipped: 3,
  });
});
