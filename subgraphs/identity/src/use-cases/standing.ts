import type { Assurance, SecondFactor, ViewerRole } from "@campus-graph/kit/auth/viewer";
import type { IdentityContext } from "../context.js";
import type { Account } from "../domain/account.js";
import { type GivenFactor, isStaff, isStaffRole } from "../domain/second-factor.js";
import { factorOfSession } from "../persistence/session-factors.js";

/** What somebody may do in a session, and how sure we are that it is they. */
export interface Standing {
  roles: readonly ViewerRole[];
  assurance: Assurance;
  secondFactor?: SecondFactor;
  given: GivenFactor | null;
  /** They are to show a second factor, or to enrol one, before they are what they are appointed to. */
  isFactorDue: boolean;
}

/**
 * Where staff must have a second factor, nobody is staff in a session in which none was given: not those who were appointed
 * since they signed in either. Where nobody must, it is waived for whoever has none.
 */
export async function standingOf(
  context: IdentityContext,
  account: Account,
  sid: string | null,
): Promise<Standing> {
  const { staffNeedSecondFactor } = context.services;
  const { given, isEnrolled } = await factorOfSession(context, { sid, accountId: account.id });
  const held = account.rolesAt(context.clock.now());
  const isFactorDue = given === null && staffNeedSecondFactor && isStaff(held);
  const isWaived = given === null && !staffNeedSecondFactor && !isEnrolled;
  return {
    roles: isFactorDue ? held.filter(({ role }) => !isStaffRole(role)) : held,
    assurance: account.mustChangePassword ? "must-change-password" : given ? "second-factor" : "signed-in",
    ...(given
      ? { secondFactor: { givenAt: given.givenAt.getTime() } }
      : isWaived
        ? { secondFactor: "waived" }
        : {}),
    given,
    isFactorDue,
  };
}
