import { AccountIsDisabled, WrongCode } from "../domain/refusals.js";
import { accountById } from "../persistence/accounts.js";
import { useCode } from "../persistence/challenges.js";
import { moveSignIn } from "../persistence/sign-ins.js";
import { sendSignInCode } from "../use-cases/send-sign-in-code.js";
import { finish } from "./finish.js";
import { codeDeliveryIn, goToNextPage, type InteractionRequest } from "./interaction-request.js";
import { knownDeviceOf } from "./known-device.js";

/** The code. After a handed-out password it completes the sign-in; by itself it lets a password be chosen. */
export async function giveCode(interaction: InteractionRequest): Promise<void> {
  const { context, form, signIn } = interaction;
  const challengeId = signIn.challengeId ?? "";
  await useCode(context, { purpose: "SIGN_IN", challengeId, typed: form.get("code") ?? "" });
  if (signIn.accountId === null) throw new WrongCode();
  if (!signIn.recovering)
    return finish(interaction, signIn.accountId, { by: "code", remember: signIn.remember });
  if ((await accountById(context, signIn.accountId))?.isDisabled) throw new AccountIsDisabled();
  await moveSignIn(context, signIn, { step: "NEW_PASSWORD", challengeId: null });
  goToNextPage(interaction);
}

export async function sendAnotherCode(interaction: InteractionRequest): Promise<void> {
  const { context, form, publicUrl, request, signIn } = interaction;
  const knownDevice = await knownDeviceOf(context, request, publicUrl);
  const codeBy = codeDeliveryIn(form, signIn);
  const challengeId = await sendSignInCode(context, { ...signIn, knownDevice, by: codeBy });
  await moveSignIn(context, signIn, { challengeId, codeBy });
  goToNextPage(interaction);
}
