import type { Language } from "@campus-graph/kit/refusals/refusal";
import type { EnrolledFactor } from "../../domain/second-factor.js";
import type { AuthenticatorEnrolment } from "../../use-cases/enrol-second-factor.js";
import { type Html, html } from "./html.js";
import { type Page, renderPage } from "./layout.js";
import {
  authenticatorForm,
  factorCodeForm,
  newPasskeyForm,
  passkeyForm,
  recoveryCodeList,
  stepForm,
} from "./second-factor-parts.js";
import { wordsIn } from "./words.js";

const action = "/sso/second-factor";

export interface FactorsPage {
  language: Language;
  guard: string;
  isSaved: boolean;
  alert: Page["alert"];
  /** Whether anything may be changed now; else a second factor is shown first. */
  isOpen: boolean;
  factors: readonly EnrolledFactor[];
  recoveryCodesLeft: number;
  /** What a passkey is to be asked, to open the page. */
  giving: object | null;
  authenticator: AuthenticatorEnrolment | null;
  newPasskey: object | null;
}

export function factorsPage(page: FactorsPage): string {
  const { language, alert, isOpen, isSaved, factors } = page;
  const say = wordsIn(language);
  return renderPage({
    language,
    title: "factorsTitle",
    lead: "factorsLead",
    alert: alert ?? null,
    content: html`${isSaved ? html`<p role="status">${say("factorSaved")}</p>` : null}
${factors.length === 0 ? html`<p>${say("noFactors")}</p>` : enrolled(page)}
${isOpen ? changes(page) : giving(page)}
<p><a href="/sso">${say("toAccount")}</a></p>`,
  });
}

/** Shown once, after the first second factor or when they are made anew. */
export function newCodesPage(language: Language, codes: readonly string[]): string {
  const say = wordsIn(language);
  const content = html`${recoveryCodeList(codes)}
<nav><p><a href="${action}?saved">${say("codesKept")}</a></p></nav>`;
  return renderPage({ language, title: "recoveryCodesTitle", lead: "recoveryCodesLead", content });
}

function placeOf({ language, guard }: FactorsPage) {
  return { language, action, further: html`<input type="hidden" name="guard" value="${guard}">` };
}

function enrolled(page: FactorsPage): Html {
  const { language, factors, isOpen, recoveryCodesLeft } = page;
  const say = wordsIn(language);
  const day = (moment: Date) =>
    new Intl.DateTimeFormat(language === "en" ? "en-GB" : "zh-TW-u-ca-roc", {
      timeZone: "Asia/Taipei",
      dateStyle: "medium",
    }).format(moment);
  const remove = (id: string) =>
    stepForm(
      placeOf(page),
      "remove",
      html`<input type="hidden" name="id" value="${id}"><button type="submit" class="quiet">${say("remove")}</button>`,
    );
  return html`<ul class="factors">${factors.map(
    ({ id, kind, name, since, usedAt }) =>
      html`<li data-factor="${kind}"><strong>${
        kind === "AUTHENTICATOR" ? say("authenticator") : `${say("passkey")} ${name}`
      }</strong><br>${say("since")} ${day(since)} · ${usedAt ? `${say("lastUsed")} ${day(usedAt)}` : say("neverUsed")}${
        isOpen ? remove(id) : null
      }</li>`,
  )}</ul>
<p>${say("recoveryCodes")} – ${say("codesLeft")} <strong data-codes-left>${String(recoveryCodesLeft)}</strong></p>`;
}

function giving(page: FactorsPage): Html {
  const place = placeOf(page);
  return html`<h2>${wordsIn(page.language)("confirmFirst")}</h2>
${factorCodeForm(place, "give")}
${page.giving ? passkeyForm(place, { step: "give", does: "get", options: page.giving }) : null}`;
}

function changes(page: FactorsPage): Html {
  const { language, factors, authenticator, newPasskey } = page;
  const say = wordsIn(language);
  const place = placeOf(page);
  const has = factors.some(({ kind }) => kind === "AUTHENTICATOR");
  return html`${newPasskey ? html`<h2>${say("addPasskey")}</h2>${newPasskeyForm(place, "add-passkey", newPasskey)}` : null}
<h2>${say(has ? "replaceAuthenticator" : "addAuthenticator")}</h2>
${
  authenticator
    ? authenticatorForm(place, "confirm-authenticator", authenticator)
    : html`<p><a href="${action}?authenticator">${say(has ? "replaceAuthenticator" : "addAuthenticator")}</a></p>`
}
${factors.length > 0 ? stepForm(place, "renew", html`<button type="submit" class="quiet">${say("renewCodes")}</button>`) : null}`;
}
