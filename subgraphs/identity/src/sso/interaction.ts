import type { IncomingMessage, ServerResponse } from "node:http";
import { countAttempt } from "@campus-graph/kit/auth/attempts";
import type { Refusal } from "@campus-graph/kit/refusals/refusal";
import { refusalToShow } from "@campus-graph/kit/sql/interruption";
import type { Opened } from "@campus-graph/kit/subgraph";
import type Provider from "oidc-provider";
import { errors } from "oidc-provider";
import type { IdentityConfig } from "../config.js";
import type { IdentityContext, IdentityServices } from "../context.js";
import { signInAddressLimit } from "../domain/limits.js";
import { referenceOf } from "../domain/verification-code.js";
import { signInOf } from "../persistence/sign-ins.js";
import { askForConsent } from "./consent.js";
import { factorPartOf } from "./factor-part.js";
import { formHandlers } from "./form-handlers.js";
import { goToNextPage, type InteractionRequest } from "./interaction-request.js";
import { knownDeviceOf } from "./known-device.js";
import { sendPage, sendPageWithScripts } from "./pages/layout.js";
import { alertOf, statusOf } from "./pages/refusal-alert.js";
import { scriptsPath } from "./pages/second-factor-parts.js";
import { lostPage } from "./pages/session-pages.js";
import { signInPage } from "./pages/sign-in-pages.js";
import { readForm } from "./read-form.js";

interface Arrival {
  request: IncomingMessage;
  response: ServerResponse;
  uid: string;
  contextFor: (change: Partial<IdentityContext["viewer"]>) => IdentityContext;
}

/** The sign-in pages. Each is one address: GET shows the step that the sign-in is at, POST sends its form. */
export function createInteraction(
  provider: Provider,
  config: IdentityConfig,
  { log }: Opened<IdentityServices>,
): (arrival: Arrival) => Promise<void> {
  const { demoPassword, publicUrl } = config;
  return async ({ request, response, uid, contextFor }) => {
    let context = contextFor({});
    let hint: string;
    let details: Awaited<ReturnType<Provider["interactionDetails"]>>;
    try {
      details = await provider.interactionDetails(request, response);
      if (details.uid !== uid) throw new errors.SessionNotFound("another sign-in's page");
      context = contextFor(languageOf(details.params));
      hint = loginHintIn(details.params);
    } catch (error) {
      if (!(error instanceof errors.SessionNotFound)) throw error;
      return sendPage(response, 400, lostPage(context.viewer.language));
    }
    if (details.prompt.name === "consent") {
      const { params, session } = details;
      return askForConsent({
        context,
        provider,
        request,
        response,
        uid,
        params,
        accountId: session?.accountId,
      });
    }
    const signIn = await signInOf(context, uid);
    const form = new URLSearchParams();
    const client = String(details.params.client_id ?? "");
    const interaction: InteractionRequest = {
      context,
      provider,
      request,
      response,
      signIn,
      form,
      publicUrl,
      client,
    };
    const show = (status: number, refusal: Refusal | null) =>
      send(interaction, status, { hint, demoPassword, refusal });
    if (request.method !== "POST") return show(200, null);
    try {
      interaction.form = await readForm(request);
      await take(interaction);
    } catch (error) {
      const refusal = refusalToShow(error);
      if (!refusal) throw error;
      log.info({ code: refusal.code, step: signIn.step }, "a sign-in was refused");
      await show(statusOf(refusal), refusal);
    }
  };
}

/** An app may speak another language than its browser (OpenID Connect Core, `ui_locales`, in the order of preference). */
function languageOf({ ui_locales }: Readonly<Record<string, unknown>>): Partial<IdentityContext["viewer"]> {
  if (typeof ui_locales !== "string") return {};
  for (const tag of ui_locales.split(" ")) {
    if (/^zh\b/i.test(tag)) return { language: "zh-TW" };
    if (/^en\b/i.test(tag)) return { language: "en" };
  }
  return {};
}

/** A form that does not belong to the step, such as one sent twice, changes nothing: the right page is shown. */
async function take(interaction: InteractionRequest): Promise<void> {
  const { context, form, publicUrl, request, signIn } = interaction;
  const device = await knownDeviceOf(context, request, publicUrl);
  // By account, not by device: whoever signs in anew has another device, but not another thousand posts.
  const poster = device ? `known to ${device.accountId}` : context.viewer.address;
  await countAttempt(context, signInAddressLimit, poster);
  const name = form.get("step") ?? "";
  const handler = Object.hasOwn(formHandlers, name) ? formHandlers[name] : undefined;
  if (!handler?.on.includes(signIn.step)) return goToNextPage(interaction);
  await handler.handle(interaction);
}

/** Whom the app says it is for (OpenID Connect, `login_hint`). */
function loginHintIn({ login_hint: hint }: Record<string, unknown>): string {
  return typeof hint === "string" ? hint.slice(0, longestHint) : "";
}

const longestHint = 254;

interface Shown {
  hint: string;
  demoPassword: string | null;
  refusal: Refusal | null;
}

async function send(
  interaction: InteractionRequest,
  status: number,
  { hint, demoPassword, refusal }: Shown,
): Promise<void> {
  const { context, form, publicUrl, response, signIn } = interaction;
  const { language } = context.viewer;
  const page = signInPage(signIn.step, {
    language,
    action: `/sso/interaction/${signIn.interactionUid}`,
    login: form.get("login") ?? hint,
    // The demo's one password is no secret: whoever was chosen to try the city as is one click away.
    password: hint !== "" && refusal === null ? demoPassword : null,
    reference: signIn.challengeId && referenceOf(signIn.challengeId),
    codeBy: signIn.codeBy,
    choosesDelivery: context.services.sms !== null && (signIn.recovering || signIn.step === "RECOVER"),
    alert: refusal && alertOf(refusal, language),
    factor: await factorPartOf(context, signIn),
  });
  sendPageWithScripts(response, status, page, `${publicUrl}${scriptsPath}`);
}
