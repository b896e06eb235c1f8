/** A student found by a guardian: the sealed proof for binding, and the masked name to confirm. */
export interface StudentMatch {
  match: string;
  maskedName: string;
}
