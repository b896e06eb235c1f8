import type { IdentityContext } from "../context.js";
import { isStaff } from "../domain/second-factor.js";
import { accountById } from "../persistence/accounts.js";
import { hasEnrolled } from "../persistence/second-factors.js";
import { moveSignIn, type SignIn } from "../persistence/sign-ins.js";
import { finish } from "./finish.js";
import { goToNextPage, type InteractionRequest } from "./interaction-request.js";

/** Something was shown as it should be: the next page, or signed in. */
export async function proceed(interaction: InteractionRequest, change: Partial<SignIn>): Promise<void> {
  const { context, signIn: before } = interaction;
  const signIn = { ...before, ...change };
  const step = await stepAfter(context, signIn);
  if (step === "DONE") return finish({ ...interaction, signIn });
  await moveSignIn(context, before, { ...change, step });
  goToNextPage(interaction);
}

/**
 * What is wanted in turn: the second factor of whoever has one, before a password is chosen anew, so that a mailbox alone
 * opens nothing; a password of one's own; a first second factor of staff who must have one.
 */
async function stepAfter(
  context: IdentityContext,
  { accountId, factor, recovering }: SignIn,
): Promise<SignIn["step"] | "DONE"> {
  if (accountId === null) throw new Error("A sign-in went on without an account.");
  if (factor === null && (await hasEnrolled(context, accountId))) return "SECOND_FACTOR";
  if (recovering) return "NEW_PASSWORD";
  return factor === null && (await mustEnrol(context, accountId)) ? "ENROL" : "DONE";
}

async function mustEnrol(context: IdentityContext, accountId: string): Promise<boolean> {
  if (!context.services.staffNeedSecondFactor) return false;
  const account = await accountById(context, accountId);
  return account !== null && isStaff(account.rolesNotOver);
}
