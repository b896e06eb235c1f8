import type { IdentityContext } from "../context.js";
import type { EnrolledFactor } from "../domain/second-factor.js";
import { recoveryCodesLeft } from "../persistence/recovery-codes.js";
import { factorsOf } from "../persistence/second-factors.js";

/** What an account has enrolled, and how many codes are left for when it is lost. */
export interface SecondFactors {
  factors: readonly EnrolledFactor[];
  recoveryCodesLeft: number;
}

export async function seeSecondFactors(context: IdentityContext, accountId: string): Promise<SecondFactors> {
  return {
    factors: await factorsOf(context, accountId),
    recoveryCodesLeft: await recoveryCodesLeft(context, accountId),
  };
}
