/** What one look at the machine found. Only trouble keeps the graph from starting; a remark is worth knowing. */
export interface Finding {
  kind: "fine" | "remark" | "trouble";
  /** What was looked at. */
  about: string;
  says: string;
  /** What to do about it. */
  remedy?: string;
}

export const fine = (about: string, says: string): Finding => ({ kind: "fine", about, says });
export const remark = (about: string, says: string, remedy: string): Finding => ({
  kind: "remark",
  about,
  says,
  remedy,
});
export const problem = (about: string, says: string, remedy: string): Finding => ({
  kind: "trouble",
  about,
  says,
  remedy,
});
