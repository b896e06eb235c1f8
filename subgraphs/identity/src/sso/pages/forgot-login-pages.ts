import type { Language } from "@campus-graph/kit/refusals/refusal";
import type { CodeDelivery } from "../../domain/contact.js";
import type { Logins } from "../../use-cases/find-login.js";
import { type Html, html } from "./html.js";
import { type Page, renderPage } from "./layout.js";
import { type Word, wordsIn } from "./words.js";

interface Shown {
  language: Language;
  alert: Page["alert"];
}

/** Where the code is to go. */
export function forgotLoginPage({ language, target, alert }: Shown & { target: string }): string {
  const say = wordsIn(language);
  return renderPage({
    language,
    title: "findLoginTitle",
    lead: "findLoginLead",
    alert: alert ?? null,
    content: html`${form(
      language,
      "find-login",
      "findLoginSend",
      html`
<label for="target">${say("findLoginTarget")}</label>
<input id="target" name="target" type="text" value="${target}" autocomplete="email" autocapitalize="none" spellcheck="false" required autofocus>`,
    )}
${wayBack(language)}`,
  });
}

interface AskedLogin extends Shown {
  challengeId: string;
  reference: string;
  by: CodeDelivery;
}

/** The code that went there; the same page whether or not anybody signs in with it. */
export function askedLoginPage({ language, challengeId, reference, by, alert }: AskedLogin): string {
  const say = wordsIn(language);
  return renderPage({
    language,
    title: "codeTitle",
    lead: by === "SMS" ? "findLoginSentSms" : "findLoginSent",
    alert: alert ?? null,
    content: html`<p>${say(by === "SMS" ? "referenceSms" : "reference")} <strong data-reference>${reference}</strong></p>
${form(
  language,
  "find-login-code",
  "confirm",
  html`
<input type="hidden" name="challenge" value="${challengeId}"><input type="hidden" name="by" value="${by}">
<label for="code">${say("code")}</label>
<input id="code" class="code" name="code" type="text" autocomplete="one-time-code" autocapitalize="characters" spellcheck="false" required autofocus>`,
)}
<p><a href="/sso/forgot-login">${say("findLoginAgain")}</a></p>
${wayBack(language)}`,
  });
}

/** To who has shown the code. */
export function foundLoginPage(language: Language, logins: Logins | null): string {
  const say = wordsIn(language);
  const shown = [logins?.email, logins?.mobile, logins?.userName].filter((each) => each != null);
  return renderPage({
    language,
    title: logins ? "foundLoginTitle" : "noLoginTitle",
    lead: logins ? "foundLoginLead" : "noLoginLead",
    content: html`<ul data-logins>${shown.map((each) => html`<li><strong>${each}</strong></li>`)}</ul>
<p><a href="/sso">${say("signInAgain")}</a></p>`,
  });
}

function wayBack(language: Language): Html {
  return html`<p><a href="/sso">${wordsIn(language)("back")}</a></p>`;
}

function form(language: Language, step: string, submit: Word, fields: Html): Html {
  return html`<form method="post" action="/sso/forgot-login" data-step="${step}">${fields}
<button type="submit">${wordsIn(language)(submit)}</button>
</form>`;
}
