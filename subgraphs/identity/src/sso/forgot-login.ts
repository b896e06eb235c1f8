import type { IncomingMessage, ServerResponse } from "node:http";
import { countAttempt } from "@campus-graph/kit/auth/attempts";
import { refusalToShow } from "@campus-graph/kit/sql/interruption";
import type { IdentityContext } from "../context.js";
import { signInAddressLimit } from "../domain/limits.js";
import { referenceOf } from "../domain/verification-code.js";
import { findLogin, sendFindLoginCode } from "../use-cases/find-login.js";
import { askedLoginPage, forgotLoginPage, foundLoginPage } from "./pages/forgot-login-pages.js";
import { sendPage } from "./pages/layout.js";
import { alertOf, statusOf } from "./pages/refusal-alert.js";
import { readForm } from "./read-form.js";

export const forgotLoginPath = "/sso/forgot-login";

/** 忘記帳號: an address or number, the code that went there, and what its owner signs in with. */
export async function serveForgotLogin(
  request: IncomingMessage,
  response: ServerResponse,
  context: IdentityContext,
): Promise<void> {
  const { language } = context.viewer;
  const isOwnForm = request.method === "POST" && isFromHere(request, context.services.publicUrl);
  if (!isOwnForm) return sendPage(response, 200, forgotLoginPage({ language, target: "", alert: null }));
  let form = new URLSearchParams();
  try {
    await countAttempt(context, signInAddressLimit, context.viewer.address);
    form = await readForm(request);
    sendPage(response, 200, await answer(context, form));
  } catch (error) {
    const refusal = refusalToShow(error);
    if (!refusal) throw error;
    sendPage(response, statusOf(refusal), pageAgain(context, form, alertOf(refusal, language)));
  }
}

async function answer(context: IdentityContext, form: URLSearchParams): Promise<string> {
  const { language } = context.viewer;
  const challengeId = form.get("challenge");
  if (challengeId !== null)
    return foundLoginPage(language, await findLogin(context, { challengeId, code: form.get("code") ?? "" }));
  const sent = await sendFindLoginCode(context, form.get("target") ?? "");
  const reference = referenceOf(sent.challengeId);
  return askedLoginPage({ language, ...sent, reference, alert: null });
}

/** The form that was sent, with what is wrong. */
function pageAgain(
  { viewer: { language } }: IdentityContext,
  form: URLSearchParams,
  alert: ReturnType<typeof alertOf>,
): string {
  const challengeId = form.get("challenge");
  if (challengeId === null) return forgotLoginPage({ language, target: form.get("target") ?? "", alert });
  const by = form.get("by") === "SMS" ? "SMS" : "EMAIL";
  return askedLoginPage({ language, challengeId, by, reference: referenceOf(challengeId), alert });
}

/** Another site's page sends nobody a code in its reader's name. */
function isFromHere({ headers }: IncomingMessage, publicUrl: string): boolean {
  return headers.origin === undefined || headers.origin === new URL(publicUrl).origin;
}
