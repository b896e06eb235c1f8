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

/** No teacher of the class's school signs in with this address on all of these days. */
export class DeputyNotTeacher extends Refusal {
  readonly code = "DEPUTY_NOT_TEACHER";
}

/** The class is theirs already: they are its homeroom teacher. */
export class DeputyHasHomeroom extends Refusal {
  readonly code = "DEPUTY_HAS_HOMEROOM";
}

/** Somebody stands in on one of these days already: `from` and `until` are the days of that deputy. */
export class ClassHasDeputy extends Refusal {
  readonly code = "CLASS_HAS_DEPUTY";

  constructor(details: { from: string; until: string }) {
    super(details);
  }
}

/** The deputy's time had come to its end by itself. */
export class DeputyOver extends Refusal {
  readonly code = "DEPUTY_OVER";
}

/** Nobody lets themselves stand in. */
export class OwnRole extends Refusal {
  readonly code = "OWN_ROLE";
}

/**
 * The deputy's time is over, and not everybody has acted on it yet. `missing` says who, by commas: subgraphs by name, `gateway`
 * or `bus`. Asking again waits again.
 */
export class TakingEffect extends Refusal {
  readonly code = "TAKING_EFFECT";

  constructor(details: { missing: string }) {
    super(details);
  }
}
