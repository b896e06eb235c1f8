import { readSignInName } from "../domain/sign-in-name.js";
import { accountIdBySignInName } from "../persistence/accounts.js";
import { targetIndex } from "../persistence/sealed-person.js";
import { moveSignIn } from "../persistence/sign-ins.js";
import { sendSignInCode } from "../use-cases/send-sign-in-code.js";
import { codeDeliveryIn, goToNextPage, type InteractionRequest } from "./interaction-request.js";
import { knownDeviceOf } from "./known-device.js";

/** “Forgot password, or first sign-in.” */
export async function showLoginForm(interaction: InteractionRequest): Promise<void> {
  await moveSignIn(interaction.context, interaction.signIn, { step: "RECOVER" });
  goToNextPage(interaction);
}

/** A login alone: its code goes out, and the page says the same whether or not the login is anybody's. */
export async function nameLogin(interaction: InteractionRequest): Promise<void> {
  const { context, form, publicUrl, request, signIn } = interaction;
  const nameIndex = targetIndex(context.keys, readSignInName(form.get("login") ?? ""));
  const accountId = await accountIdBySignInName(context, nameIndex);
  const codeBy = codeDeliveryIn(form, { recovering: true });
  const challengeId = await sendSignInCode(context, {
    accountId,
    nameIndex,
    by: codeBy,
    knownDevice: await knownDeviceOf(context, request, publicUrl),
  });
  await moveSignIn(context, signIn, {
    step: "CODE",
    accountId,
    nameIndex,
    challengeId,
    codeBy,
    recovering: true,
  });
  goToNextPage(interaction);
}

export async function goBack(interaction: InteractionRequest): Promise<void> {
  await moveSignIn(interaction.context, interaction.signIn, {
    step: "PASSWORD",
    accountId: null,
    nameIndex: null,
    challengeId: null,
    recovering: false,
    firstBy: null,
    factor: null,
  });
  goToNextPage(interaction);
}
