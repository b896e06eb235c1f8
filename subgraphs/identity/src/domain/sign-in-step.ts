/**
 * The pages of a sign-in. PASSWORD: login and password. RECOVER: login alone, to have a code mailed. CODE: the code.
 * SECOND_FACTOR: an authenticator's code or a passkey. NEW_PASSWORD: a password of one's own. ENROL: a first second factor,
 * for staff who must have one. RECOVERY_CODES: the codes for when it is lost, shown once. DONE: signed in.
 */
export type SignInStep =
  | "PASSWORD"
  | "RECOVER"
  | "CODE"
  | "SECOND_FACTOR"
  | "NEW_PASSWORD"
  | "ENROL"
  | "RECOVERY_CODES"
  | "DONE";

/** Which page may follow which. */
export const signInSteps: Readonly<Record<SignInStep, readonly SignInStep[]>> = {
  PASSWORD: ["DONE", "CODE", "RECOVER", "SECOND_FACTOR", "ENROL"],
  RECOVER: ["CODE", "PASSWORD"],
  CODE: ["DONE", "SECOND_FACTOR", "NEW_PASSWORD", "ENROL", "PASSWORD"],
  SECOND_FACTOR: ["DONE", "NEW_PASSWORD", "PASSWORD"],
  NEW_PASSWORD: ["DONE", "ENROL", "PASSWORD"],
  ENROL: ["RECOVERY_CODES", "PASSWORD"],
  RECOVERY_CODES: ["DONE"],
  DONE: [],
};

export function mayFollow(step: SignInStep, next: SignInStep): boolean {
  return signInSteps[step].includes(next);
}
