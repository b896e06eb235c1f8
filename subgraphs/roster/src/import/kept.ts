/** A column that the sheet has not keeps what is on record. */
export function kept<T>(told: T | null | undefined, before: T | null | undefined): T | null {
  return (told === undefined ? before : told) ?? null;
}
