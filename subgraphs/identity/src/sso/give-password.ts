import { moveSignIn } from "../persistence/sign-ins.js";
import { checkSignIn } from "../use-cases/check-sign-in.js";
import { sendOrReuseSignInCode } from "../use-cases/send-sign-in-code.js";
import { finish } from "./finish.js";
import { goToNextPage, type InteractionRequest } from "./interaction-request.js";
import { knownDeviceOf } from "./known-device.js";

/** Login and password. A password that was handed out opens nothing by itself: a fresh code must be shown too. */
export async function givePassword(interaction: InteractionRequest): Promise<void> {
  const { context, form, publicUrl, request, signIn } = interaction;
  const account = await checkSignIn(context, {
    login: form.get("login") ?? "",
    password: form.get("password") ?? "",
    knownDevice: await knownDeviceOf(context, request, publicUrl),
  });
  const remember = form.get("remember") === "on";
  if (!account.mustChangePassword) return finish(interaction, account.id, { by: "password", remember });
  const challengeId = await sendOrReuseSignInCode(context, account.id);
  await moveSignIn(context, signIn, {
    step: "CODE",
    accountId: account.id,
    challengeId,
    codeBy: "EMAIL",
    remember,
    recovering: false,
  });
  goToNextPage(interaction);
}
