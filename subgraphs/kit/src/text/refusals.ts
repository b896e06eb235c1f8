import { Refusal } from "../refusals/refusal.js";

/** The text holds a character that nobody can see, or one that stands for a damaged one. `character`: U+200B. */
export class UnreadableCharacter extends Refusal {
  readonly code = "BAD_CHARACTER";

  constructor(details: { character: string }) {
    super(details);
  }
}

export class InvalidName extends Refusal {
  readonly code = "NAME_INVALID";

  constructor(details: { longestName: number }) {
    super(details);
  }
}

/** Somebody has masked the name already (林O佑): on record it would take the place of the name itself. */
export class MaskedName extends Refusal {
  readonly code = "NAME_MASKED";
}

export class InvalidEmailAddress extends Refusal {
  readonly code = "EMAIL_INVALID";
}

export class InvalidMobileNumber extends Refusal {
  readonly code = "MOBILE_INVALID";
}

export class InvalidNationalId extends Refusal {
  readonly code = "NATIONAL_ID_INVALID";
}
