import { finishSignIn } from "../use-cases/finish-sign-in.js";
import type { InteractionRequest } from "./interaction-request.js";
import { deviceCookie } from "./known-device.js";

/** Signed in: the provider takes over and sends the browser back to its app. Without 記住我 the session ends with the browser. */
export async function finish(
  { context, provider, request, response, signIn, publicUrl }: InteractionRequest,
  accountId: string,
  { by, remember }: { by: "password" | "code"; remember: boolean },
): Promise<void> {
  await finishSignIn(context, { accountId, interactionUid: signIn.interactionUid, by });
  response.appendHeader("set-cookie", deviceCookie(context, accountId, publicUrl));
  await provider.interactionFinished(request, response, {
    login: { accountId, remember, amr: [by === "code" ? "otp" : "pwd"] },
  });
}
