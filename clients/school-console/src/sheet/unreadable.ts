export type UnreadableReason = "OLD_EXCEL" | "NOT_A_SHEET" | "STRANGE_CHARACTER" | "TOO_LARGE" | "EMPTY";

/** A file that is no sheet as it stands; its owner is told what to do. */
export class UnreadableFile extends Error {
  override readonly name = "UnreadableFile";

  constructor(
    readonly reason: UnreadableReason,
    /** Where, if it is one line's fault. */
    readonly line?: number,
  ) {
    super(reason);
  }
}
