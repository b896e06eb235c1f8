import { Refusal } from "@campus-graph/kit/refusals/refusal";

/** The sheet is larger than one request may carry. */
export class SheetTooLarge extends Refusal {
  readonly code = "SHEET_TOO_LARGE";

  constructor(details: { largestKilobytes: number }) {
    super(details);
  }
}

/** The import names a format and brings nothing in it. */
export class SheetMissing extends Refusal {
  readonly code = "SHEET_MISSING";
}
