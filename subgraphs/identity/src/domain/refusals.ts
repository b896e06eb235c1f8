import { Refusal } from "@campus-graph/kit/refusal";

/** The code is wrong, used, replaced by a newer one, tried too often, or was never sent: never told apart. */
export class WrongCode extends Refusal {
  readonly code = "CODE_WRONG";
}

/** The code's time is over: ask for a new one. */
export class ExpiredCode extends Refusal {
  readonly code = "CODE_EXPIRED";
}

/** Codes by text message do not exist yet. */
export class SmsNotAvailable extends Refusal {
  readonly code = "SMS_NOT_AVAILABLE";
}

/** The address becomes the login, so its owner must have shown a code that was sent there. */
export class EmailNotVerified extends Refusal {
  readonly code = "EMAIL_NOT_VERIFIED";
}

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

/** It repeats what others know of the person: login, mobile number, national ID. */
export class PasswordIsPersonal extends Refusal {
  readonly code = "PASSWORD_PERSONAL";
}

export class PasswordUnchanged extends Refusal {
  readonly code = "PASSWORD_UNCHANGED";
}

/** Login or password is wrong: never told apart. Said on the sign-in page only. */
export class SignInFailed extends Refusal {
  readonly code = "SIGN_IN_WRONG";
}
