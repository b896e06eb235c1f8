/** A column that the sheet has not keeps what is on record. */
export function kept<T>(given: T | null | undefined, before: T | null | undefined): T | null {
  return (given === undefined ? before : given) ?? null;
}
