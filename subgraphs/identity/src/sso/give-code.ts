import { AccountIsDisabled, WrongCode } from "../domain/refusals.js";
import { accountById } from "../persistence/accounts.js";
import { useCode } from "../persistence/challenges.js";
import { noteAttempt } from "../persistence/sign-in-attempts.js";
import { moveSignIn } from "../persistence/sign-ins.js";
import { sendSignInCode } from "../use-cases/send-sign-in-code.js";
import {
  attemptingOf,
  codeDeliveryIn,
  goToNextPage,
  type InteractionRequest,
} from "./interaction-request.js";
import { knownDeviceOf } from "./known-device.js";
import { proceed } from "./proceed.js";

/** The code. It stands beside a handed-out password; by itself it lets a password be chosen. */
export async function giveCode(interaction: InteractionRequest): Promise<void> {
  const { context, form, signIn } = interaction;
  const challengeId = signIn.challengeId ?? "";
  try {
    await useCode(context, { purpose: "SIGN_IN", challengeId, typed: form.get("code") ?? "" });
  } catch (error) {
    // Of a login that is nobody's too, so that it takes no less time.
    if (error instanceof WrongCode)
      await noteAttempt(context, signIn.accountId, false, attemptingOf(interaction));
    throw error;
  }
  if (signIn.accountId === null) throw new WrongCode();
  if (signIn.recovering && (await accountById(context, signIn.accountId))?.isDisabled)
    throw new AccountIsDisabled();
  await proceed(interaction, { challengeId: null, firstBy: "code" });
}

export async function sendAnotherCode(interaction: InteractionRequest): Promise<void> {
  const { context, form, publicUrl, request, signIn } = interaction;
  const knownDevice = await knownDeviceOf(context, request, publicUrl);
  const codeBy = codeDeliveryIn(form, signIn);
  const challengeId = await sendSignInCode(context, { ...signIn, knownDevice, by: codeBy });
  await moveSignIn(context, signIn, { challengeId, codeBy });
  goToNextPage(interaction);
}
