import { secondFactorFreshMs } from "@campus-graph/kit/auth/permissions";
import { subjectOf } from "@campus-graph/kit/context";
import { SecondFactorRequired } from "@campus-graph/kit/refusals/refusal";
import type { IdentityContext } from "../context.js";
import { FreshCodeRequired, WrongCode } from "../domain/refusals.js";
import { isSignInName } from "../persistence/accounts.js";
import { useCode } from "../persistence/challenges.js";
import { hasEnrolled } from "../persistence/second-factors.js";

/** A code that was just sent to the account's own address or number; absent where a second factor speaks. */
export interface FreshProof {
  challengeId?: string | null;
  code?: string | null;
}

/**
 * For what an open session alone must not do: whoever has a second factor gives it anew (SECOND_FACTOR_REQUIRED), all
 * others show a fresh code that went to what they sign in by (FRESH_CODE_REQUIRED, CODE_WRONG, CODE_EXPIRED).
 */
export async function proveOneself(
  context: IdentityContext,
  { challengeId, code }: FreshProof,
): Promise<void> {
  const accountId = subjectOf(context);
  if (await hasEnrolled(context, accountId)) return mustBeFresh(context);
  if (!challengeId || !code) throw new FreshCodeRequired();
  const shown = await useCode(context, { purpose: "APPLICATION", challengeId, typed: code });
  if (!shown) throw new WrongCode();
  if (!(await isSignInName(context, accountId, shown.target))) throw new FreshCodeRequired();
}

function mustBeFresh({ viewer: { secondFactor }, clock }: IdentityContext): void {
  const isFresh =
    typeof secondFactor === "object" && clock.now().getTime() - secondFactor.givenAt <= secondFactorFreshMs;
  if (!isFresh) throw new SecondFactorRequired({ freshForSeconds: secondFactorFreshMs / 1_000 });
}
