/** 個資確認: what the system itself can say about a guardian, by comparing keys of national IDs. */
export const dataChecks = ["MATCH", "MISMATCH", "UNCHECKED"] as const;
export type DataCheck = (typeof dataChecks)[number];

/**
 * MATCH when every guardian is among the student's recorded parents, MISMATCH when one is not, UNCHECKED when the
 * school records no parent or there is nobody to check.
 */
export function dataCheck(
  guardianKeys: readonly (string | null)[],
  parentKeys: readonly string[],
): DataCheck {
  if (guardianKeys.length === 0 || parentKeys.length === 0) return "UNCHECKED";
  return guardianKeys.every((key) => key !== null && parentKeys.includes(key)) ? "MATCH" : "MISMATCH";
}
