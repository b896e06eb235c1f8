import { moveSignIn } from "../persistence/sign-ins.js";
import { checkSignIn } from "../use-cases/check-sign-in.js";
import { sendOrReuseSignInCode } from "../use-cases/send-sign-in-code.js";
import { attemptingOf, goToNextPage, type InteractionRequest } from "./interaction-request.js";
import { knownDeviceOf } from "./known-device.js";
import { proceed } from "./proceed.js";

/** Login and password. A password that was handed out opens nothing by itself: a fresh code must be shown too. */
export async function givePassword(interaction: InteractionRequest): Promise<void> {
  const { context, form, publicUrl, request, signIn } = interaction;
  const account = await checkSignIn(context, {
    login: form.get("login") ?? "",
    password: form.get("password") ?? "",
    knownDevice: await knownDeviceOf(context, request, publicUrl),
    attempting: attemptingOf(interaction),
  });
  const remember = form.get("remember") === "on";
  const known = { accountId: account.id, remember, recovering: false, firstBy: "password" } as const;
  if (!account.mustChangePassword) return proceed(interaction, known);
  const challengeId = await sendOrReuseSignInCode(context, account.id);
  await moveSignIn(context, signIn, { ...known, step: "CODE", challengeId, codeBy: "EMAIL" });
  goToNextPage(interaction);
}
