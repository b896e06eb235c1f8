import { subjectOf } from "@campus-graph/kit/context";
import { Forbidden } from "@campus-graph/kit/refusals/refusal";
import { isId } from "@campus-graph/kit/sql/id";
import type { IdentityContext } from "../context.js";
import type { EnrolledFactor } from "../domain/second-factor.js";
import { accountById } from "../persistence/accounts.js";
import { factorsOf } from "../persistence/second-factors.js";
import { noteGivenFactor } from "../persistence/session-factors.js";
import { type AuthenticatorEnrolment, beginEnrolment, confirmEnrolment } from "./enrol-second-factor.js";

/** What the viewer has enrolled. */
export async function mySecondFactors(context: IdentityContext): Promise<EnrolledFactor[]> {
  const subject = subjectOf(context);
  return isId(subject) ? factorsOf(context, subject) : [];
}

export async function beginMyEnrolment(context: IdentityContext): Promise<AuthenticatorEnrolment> {
  const account = await accountById(context, subjectOf(context));
  if (!account) throw new Forbidden();
  return beginEnrolment(context, account);
}

/** The viewer's session has seen a second factor from now on. */
export async function confirmMyEnrolment(
  context: IdentityContext,
  code: string,
): Promise<readonly string[] | null> {
  const accountId = subjectOf(context);
  const { given, recoveryCodes } = await confirmEnrolment(context, accountId, code);
  const { session: sid } = context.viewer;
  if (sid !== null) await noteGivenFactor(context, { sid, accountId, ...given });
  return recoveryCodes;
}
