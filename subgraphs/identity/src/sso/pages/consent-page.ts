import type { Language } from "@campus-graph/kit/refusals/refusal";
import type { PartnerScope } from "../../domain/partner.js";
import { type ConsentWord, consentWords } from "./consent-words.js";
import { type Html, html } from "./html.js";
import { renderPage } from "./layout.js";

interface Asking {
  language: Language;
  action: string;
  guard: string;
  partnerName: string;
}

export interface ConsentPage extends Asking {
  scopes: readonly PartnerScope[];
  /** Who is signed in, so that nobody agrees for another. */
  name: string;
  email: string;
  /** Where the wallet is, as the browser will show it next. */
  returnsTo: string;
}

/** In which words each scope is agreed to. */
const scopeWords: Readonly<Partial<Record<PartnerScope, ConsentWord>>> = {
  "bills:read": "billsRead",
  "notices:subscribe": "noticesSubscribe",
};

export function consentPage(page: ConsentPage): string {
  const { language, partnerName, scopes, name, email, returnsTo } = page;
  const say = speaker(language, partnerName);
  const list = scopes.flatMap((scope) => {
    const word = scopeWords[scope];
    return word ? [html`<li data-scope="${scope}">${say(word)}</li>`] : [];
  });
  return renderPage({
    language,
    title: "linkTitle",
    lead: "linkLead",
    content: html`<p>${say("who")} <strong>${partnerName}</strong></p>
<p>${say("you")} <strong>${name}</strong> ${email}</p>
<h2>${say("may")}</h2>
<ul>${list}</ul>
<h2>${say("mayNot")}</h2>
<ul><li>${say("nothingElse")}</li><li>${say("noPaying")}</li></ul>
<p>${say("endAnyTime")}</p>
<p>${say("returnsTo")} <strong>${returnsTo}</strong></p>
${button(page, "agree", say("agree"))}
${button(page, "decline", say("decline"), "quiet")}`,
  });
}

/** Whoever has no child bound, or a password to choose first, has nothing to link a wallet to. */
export function noGuardianPage(page: Asking): string {
  const say = speaker(page.language, page.partnerName);
  return renderPage({
    language: page.language,
    title: "linkTitle",
    lead: "linkNobody",
    content: button(page, "decline", say("back")),
  });
}

function button({ action, guard }: Asking, step: string, label: string, look = ""): Html {
  return html`<form method="post" action="${action}" data-step="${step}">
<input type="hidden" name="step" value="${step}"><input type="hidden" name="guard" value="${guard}">
<button type="submit" class="${look}">${label}</button>
</form>`;
}

function speaker(language: Language, partner: string): (word: ConsentWord) => string {
  return (word) => consentWords[word][language].replaceAll("{partner}", partner);
}
