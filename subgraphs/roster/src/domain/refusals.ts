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

/** No day, a day to come, or a year of two digits, which could be the Republic's as well as 2018's last two. */
export class InvalidBirthDate extends Refusal {
  readonly code = "BAD_BIRTH_DATE";
}

export class InvalidClassName extends Refusal {
  readonly code = "BAD_CLASS_NAME";

  constructor(details: { longestClassName: number }) {
    super(details);
  }
}

export class InvalidSeatNumber extends Refusal {
  readonly code = "BAD_SEAT_NUMBER";
}
