import { expect, it } from "vitest";
import { type PasswordState, passwordStates } from "../domain/password-state.js";
import { type SignInStep, signInSteps } from "../domain/sign-in-step.js";

/** Everything that can be come to from a beginning. */
function reachable<S extends string>(from: S, nextOf: (state: S) => readonly S[]): Set<S> {
  const found = new Set<S>([from]);
  for (const state of found) for (const next of nextOf(state)) found.add(next);
  return found;
}

it("has no state of a password that cannot be come to, and none but OWN to stay in", () => {
  const nextOf = (state: PasswordState) => Object.values(passwordStates[state]);
  expect(reachable<PasswordState>("NONE", nextOf)).toEqual(new Set(Object.keys(passwordStates)));
  for (const state of Object.keys(passwordStates) as PasswordState[])
    expect(passwordStates[state].choose).toBe("OWN");
});

it("has no page of a sign-in that cannot be come to, or from which nobody gets on", () => {
  expect(reachable<SignInStep>("PASSWORD", (step) => signInSteps[step])).toEqual(
    new Set(Object.keys(signInSteps)),
  );
  for (const step of Object.keys(signInSteps) as SignInStep[])
    expect(reachable<SignInStep>(step, (from) => signInSteps[from])).toContain("DONE");
});
