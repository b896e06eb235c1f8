import { Refusal } from "@campus-graph/kit/refusals/refusal";

/** The code is wrong, was used already, or the passkey's answer does not hold: never told apart. */
export class WrongSecondFactor extends Refusal {
  readonly code = "SECOND_FACTOR_WRONG";
}

/** The only one left, of somebody who must have one. */
export class LastSecondFactor extends Refusal {
  readonly code = "SECOND_FACTOR_LAST";
}

/** No enrolment is under way. */
export class SecondFactorNotBegun extends Refusal {
  readonly code = "SECOND_FACTOR_NOT_BEGUN";
}

/** The browser's answer does not enrol a passkey here: another site's, too late, or one that is enrolled already. */
export class PasskeyNotEnrolled extends Refusal {
  readonly code = "PASSKEY_NOT_ENROLLED";
}
