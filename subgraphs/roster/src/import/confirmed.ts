/** What the registrar confirms of what an earlier try asked. */
export interface Confirmed {
  /** How many students are to leave; null when nothing was said. */
  leavers: number | null;
  /** The `confirmation` of each problem that is as it should be. */
  problems: ReadonlySet<string>;
}
