/**
 * The pages of a sign-in. PASSWORD: login and password. RECOVER: login alone, to have a code mailed. CODE: the code.
 * NEW_PASSWORD: a password of one's own. DONE: signed in.
 */
export type SignInStep = "PASSWORD" | "RECOVER" | "CODE" | "NEW_PASSWORD" | "DONE";

/** Which page may follow which. */
export const signInSteps: Readonly<Record<SignInStep, readonly SignInStep[]>> = {
  PASSWORD: ["DONE", "CODE", "RECOVER"],
  RECOVER: ["CODE", "PASSWORD"],
  CODE: ["DONE", "NEW_PASSWORD", "PASSWORD"],
  NEW_PASSWORD: ["DONE", "PASSWORD"],
  DONE: [],
};

export function mayFollow(step: SignInStep, next: SignInStep): boolean {
  return signInSteps[step].includes(next);
}
