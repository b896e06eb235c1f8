import { amrOf, passwordAcr, secondFactorAcr } from "../domain/second-factor.js";
import { finishSignIn } from "../use-cases/finish-sign-in.js";
import { attemptingOf, type InteractionRequest } from "./interaction-request.js";
import { deviceCookie } from "./known-device.js";

/** Signed in: the provider takes over and sends the browser back to its app. Without 記住我 the session ends with the browser. */
export async function finish(interaction: InteractionRequest): Promise<void> {
  const { context, provider, request, response, signIn, publicUrl } = interaction;
  const { accountId, interactionUid, remember, firstBy, factor } = signIn;
  if (accountId === null || firstBy === null) throw new Error("A sign-in ended before it had begun.");
  await finishSignIn(context, {
    accountId,
    interactionUid,
    by: firstBy,
    factor: factor?.method ?? null,
    attempting: attemptingOf(interaction),
  });
  response.appendHeader("set-cookie", deviceCookie(context, accountId, publicUrl));
  const amr = amrOf(firstBy, factor?.method ?? null);
  await provider.interactionFinished(request, response, {
    login: factor
      ? { accountId, remember, amr, acr: secondFactorAcr, ts: secondsOf(factor.givenAt), factor }
      : { accountId, remember, amr, acr: passwordAcr },
  });
}

function secondsOf(moment: Date): number {
  return Math.floor(moment.getTime() / 1_000);
}
