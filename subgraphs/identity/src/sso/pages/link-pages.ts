import type { Language, Refusal } from "@campus-graph/kit/refusals/refusal";
import { type Html, html } from "./html.js";
import { type Page, renderPage } from "./layout.js";
import { alertOf } from "./refusal-alert.js";
import { wordsIn } from "./words.js";

interface LinkPage {
  language: Language;
  link: string;
  alert: Page["alert"];
}

/** A first password, for one who came by the mailed link. */
export function activationPage({ language, link, login, alert }: LinkPage & { login: string }): string {
  const say = wordsIn(language);
  const content = form(
    "activate",
    "/sso/activate",
    link,
    html`
<input type="text" name="login" value="${login}" autocomplete="username" hidden>
<label for="password">${say("newPassword")}</label>
<input id="password" name="password" type="password" autocomplete="new-password" minlength="8" aria-describedby="password-rules" required autofocus>
<p id="password-rules">${say("activationRules")}</p>
<button type="submit">${say("savePassword")}</button>`,
  );
  const shown = html`<p><strong>${login}</strong></p>${content}`;
  return renderPage({
    language,
    title: "activationTitle",
    lead: "activationLead",
    alert: alert ?? null,
    content: shown,
  });
}

export function activatedPage(language: Language): string {
  return withWayIn({ language, title: "activatedTitle", lead: "activatedLead" });
}

/** Asks once more before a change of contact is undone. */
export function undoPage({ language, link, kind, alert }: LinkPage & { kind: "EMAIL" | "MOBILE" }): string {
  const say = wordsIn(language);
  return renderPage({
    language,
    title: "undoTitle",
    lead: kind === "EMAIL" ? "undoEmailLead" : "undoMobileLead",
    alert: alert ?? null,
    content: form("undo", "/sso/undo", link, html`<button type="submit">${say("undo")}</button>`),
  });
}

export function undonePage(language: Language): string {
  return withWayIn({ language, title: "undoneTitle", lead: "undoneLead" });
}

/** Asks once more before an account that is to be deleted is brought back. */
export function restorePage({ language, link, alert }: LinkPage): string {
  const say = wordsIn(language);
  return renderPage({
    language,
    title: "restoreTitle",
    lead: "restoreLead",
    alert: alert ?? null,
    content: form("restore", "/sso/restore", link, html`<button type="submit">${say("restore")}</button>`),
  });
}

export function restoredPage(language: Language): string {
  return withWayIn({ language, title: "restoredTitle", lead: "restoredLead" });
}

/** A link that is used or too old. */
export function linkRefusedPage(language: Language, refusal: Refusal): string {
  return withWayIn({
    language,
    title: "linkEndedTitle",
    lead: "linkEndedLead",
    alert: alertOf(refusal, language),
  });
}

function form(step: string, action: string, link: string, fields: Html): Html {
  return html`<form method="post" action="${action}" data-step="${step}">
<input type="hidden" name="link" value="${link}">${fields}
</form>`;
}

function withWayIn(page: Page): string {
  const content = html`<p><a href="/sso">${wordsIn(page.language)("signInAgain")}</a></p>`;
  return renderPage({ ...page, content });
}
