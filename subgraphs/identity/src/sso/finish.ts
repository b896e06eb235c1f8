import { finishSignIn } from "../use-cases/finish-sign-in.js";
import { deviceCookie } from "./known-device.js";
import type { Visit } from "./visit.js";

/** Signed in: the provider takes over and sends the browser back to its app. Without 記住我 the session ends with the browser. */
export async function finish(
  { context, provider, request, response, signIn, publicUrl }: Visit,
  accountId: string,
  { by, remember }: { by: "password" | "code"; remember: boolean },
): Promise<void> {
  await finishSignIn(context, { accountId, interactionUid: signIn.interactionUid, by });
  response.appendHeader("set-cookie", deviceCookie(context, accountId, publicUrl));
  await provider.interactionFinished(request, response, {
    login: { accountId, remember, amr: [by === "code" ? "otp" : "pwd"] },
  });
}
