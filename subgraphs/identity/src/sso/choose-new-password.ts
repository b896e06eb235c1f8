import { recoverPassword } from "../use-cases/recover-password.js";
import type { InteractionRequest } from "./interaction-request.js";
import { proceed } from "./proceed.js";

/** A password of one's own, chosen by one who showed the mailed code, and their second factor if they have one. */
export async function chooseNewPassword(interaction: InteractionRequest): Promise<void> {
  const { context, form, signIn } = interaction;
  if (!signIn.accountId) throw new Error("A sign-in came to its last page without an account.");
  await recoverPassword(context, signIn.accountId, form.get("password") ?? "");
  await proceed(interaction, { recovering: false });
}
