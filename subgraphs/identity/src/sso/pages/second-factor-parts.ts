import type { Language } from "@campus-graph/kit/refusals/refusal";
import type { AuthenticatorEnrolment } from "../../use-cases/enrol-second-factor.js";
import { type Html, html } from "./html.js";
import { qrPicture } from "./qr-picture.js";
import { wordsIn } from "./words.js";

/** Where a form goes, and what else it carries, such as the guard of the account's page. */
export interface FormPlace {
  language: Language;
  action: string;
  further?: Html;
}

/** A code of the authenticator, or one for when it is lost. */
export function factorCodeForm(place: FormPlace, step: string): Html {
  const say = wordsIn(place.language);
  return stepForm(
    place,
    step,
    html`
<label for="factor-code">${say("factorCode")}</label>
<input id="factor-code" class="code" name="code" type="text" inputmode="text" autocomplete="one-time-code" autocapitalize="characters" spellcheck="false" maxlength="40" required autofocus>
<button type="submit">${say("confirm")}</button>`,
  );
}

/** A form that a browser answers by a passkey; hidden where it cannot. */
export function passkeyForm(
  place: FormPlace,
  { step, does, options, fields = html`` }: PasskeyQuestion,
): Html {
  const say = wordsIn(place.language);
  const label = say(does === "create" ? "addPasskey" : "usePasskey");
  return html`<form method="post" action="${place.action}" data-step="${step}" data-passkey="${does}" data-options="${JSON.stringify(options)}" hidden>
<input type="hidden" name="step" value="${step}"><input type="hidden" name="answer" value="">${place.further ?? null}${fields}
<p role="alert" data-failed hidden>${say("passkeyFailed")}</p>
<button type="submit" class="${does === "create" ? "" : "quiet"}">${label}</button>
</form>
${passkeyScripts}`;
}

export interface PasskeyQuestion {
  step: string;
  does: "create" | "get";
  options: object;
  fields?: Html;
}

export const scriptsPath = "/sso/scripts/";

const passkeyScripts = html`<script src="${scriptsPath}webauthn.js" defer></script><script src="${scriptsPath}passkey.js" defer></script>`;

/** The picture, the key to type, and the field that shows that the app has it. */
export function authenticatorForm(
  place: FormPlace,
  step: string,
  { secret, uri }: AuthenticatorEnrolment,
): Html {
  const say = wordsIn(place.language);
  return html`<p>${say("scanLead")}</p>
${qrPicture(uri, say("qrTitle"))}
<p>${say("typeSecret")}<br><span class="secret" data-secret>${secret.replace(/(.{4})(?=.)/g, "$1 ")}</span></p>
${stepForm(
  place,
  step,
  html`
<label for="authenticator-code">${say("authenticatorCode")}</label>
<input id="authenticator-code" class="code" name="code" type="text" inputmode="numeric" autocomplete="one-time-code" maxlength="12" required>
<button type="submit">${say("confirm")}</button>`,
)}`;
}

export function newPasskeyForm(place: FormPlace, step: string, options: object): Html {
  const say = wordsIn(place.language);
  const fields = html`
<label for="passkey-name">${say("passkeyName")}</label>
<input id="passkey-name" name="name" type="text" maxlength="60" autocomplete="off">`;
  return html`<p>${say("passkeyLead")}</p>${passkeyForm(place, { step, does: "create", options, fields })}`;
}

/** Once, and then never again. */
export function recoveryCodeList(codes: readonly string[]): Html {
  return html`<ul class="codes" data-recovery-codes>${codes.map((code) => html`<li>${code}</li>`)}</ul>`;
}

export function stepForm({ action, further }: FormPlace, step: string, content: Html): Html {
  return html`<form method="post" action="${action}" data-step="${step}">
<input type="hidden" name="step" value="${step}">${further ?? null}${content}
</form>`;
}
