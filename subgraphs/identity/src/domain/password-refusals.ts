import { Refusal } from "@campus-graph/kit/refusals/refusal";

/** The password given as the current one is not. */
export class WrongPassword extends Refusal {
  readonly code = "PASSWORD_WRONG";
}

export class PasswordTooShort extends Refusal {
  readonly code = "PASSWORD_TOO_SHORT";
}

export class PasswordTooLong extends Refusal {
  readonly code = "PASSWORD_TOO_LONG";
}

/** Among the first that anyone would guess. */
export class PasswordTooCommon extends Refusal {
  readonly code = "PASSWORD_TOO_COMMON";
}

/** It repeats what others know of the person: name, login, mobile number, national ID. */
export class PasswordIsPersonal extends Refusal {
  readonly code = "PASSWORD_PERSONAL";
}

export class PasswordUnchanged extends Refusal {
  readonly code = "PASSWORD_UNCHANGED";
}
