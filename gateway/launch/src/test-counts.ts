/** The part of vitest's JSON report that is counted. */
export interface VitestReport {
  testResults: readonly {
    status: string;
    assertionResults: readonly { status: string }[];
  }[];
}

export interface TestCounts {
  passed: number;
  failed: number;
  skipped: number;
}

/** A file that broke before its first test counts as one failed test: it must not vanish from the sum. */
export function countTests({ testResults }: VitestReport): TestCounts {
  const counts: TestCounts = { passed: 0, failed: 0, skipped: 0 };
  for (const file of testResults) {
    const failedHere = file.assertionResults.filter(({ status }) => status === "failed").length;
    const passedHere = file.assertionResults.filter(({ status }) => status === "passed").length;
    counts.passed += passedHere;
    counts.failed += failedHere === 0 && file.status === "failed" ? 1 : failedHere;
    counts.skipped += file.assertionResults.length - passedHere - failedHere;
  }
  return counts;
}
