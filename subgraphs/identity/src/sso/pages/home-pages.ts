import type { Role } from "@campus-graph/kit/auth/viewer";
import type { Language } from "@campus-graph/kit/refusals/refusal";
import type { Contacts } from "../../domain/contacts.js";
import { type Html, html } from "./html.js";
import { type Page, renderPage } from "./layout.js";
import { type Word, wordsIn } from "./words.js";

export interface HomePage {
  language: Language;
  account: Pick<Contacts, "name" | "email">;
  roles: readonly Role[];
  /** The password was handed out, and one of their own comes first. */
  mustChoose: boolean;
  /** Shows that a form comes from this page. */
  guard: string;
  isSaved: boolean;
  alert: Page["alert"];
}

interface Step {
  word: Word;
  /** The app where it is done, at the same origin as this page. */
  app?: { href: string; name: Word };
}

const parents = { href: "/parent/", name: "parentsApp" } as const;
const school = { href: "/school/", name: "schoolConsole" } as const;

/** What somebody may do next, by what they are. */
const nextSteps: Readonly<Partial<Record<Role, Step>>> = {
  GUARDIAN: { word: "nextGuardian", app: parents },
  TEACHER: { word: "nextTeacher", app: school },
  REGISTRAR: { word: "nextRegistrar", app: school },
  CASHIER: { word: "nextCashier", app: school },
  IT: { word: "nextIt", app: school },
  BUREAU: { word: "nextBureau" },
};

/** Who is signed in, what comes next, and the forms for a new password and for signing out. */
export function homePage(page: HomePage): string {
  const { language, account, mustChoose, isSaved, alert } = page;
  const say = wordsIn(language);
  const password = passwordForm(page);
  return renderPage({
    language,
    title: "homeTitle",
    lead: mustChoose ? "homeMustChoose" : "homeLead",
    alert: alert ?? null,
    content: html`<p><strong>${account.name}</strong><br>${account.email}</p>
${isSaved ? html`<p role="status">${say("passwordSaved")}</p>` : null}
${mustChoose ? password : null}
<h2>${say("nextTitle")}</h2>
<ul>${steps(page).map(({ word, app }) => html`<li>${say(word)}${app ? html` <a href="${app.href}">${say(app.name)}</a>` : null}</li>`)}</ul>
${mustChoose ? null : password}
${
  mustChoose
    ? null
    : html`<h2>${say("factorsTitle")}</h2>
<p>${say("factorsLead")} <a href="/sso/second-factor">${say("manageFactors")}</a></p>`
}
<h2>${say("signOut")}</h2>
<p><a href="/sso/session/end">${say("signOutHere")}</a></p>
${form(page, "sign-out-everywhere", html``, html`<button type="submit" class="quiet">${say("signOutEverywhere")}</button>`)}
<p>${say("help")}</p>`,
  });
}

export function signedOutEverywherePage(language: Language): string {
  const content = html`<p><a href="/sso">${wordsIn(language)("signInAgain")}</a></p>`;
  return renderPage({ language, title: "signedOutTitle", lead: "signedOutEverywhereLead", content });
}

function steps({ roles, mustChoose }: HomePage): Step[] {
  const ofRoles = [...new Set(roles.flatMap((role) => nextSteps[role] ?? []))];
  return [
    ...(mustChoose ? [{ word: "nextChoose" } as const] : []),
    ...(ofRoles.length > 0 ? ofRoles : [{ word: "nextApply", app: parents } as const]),
  ];
}

function passwordForm(page: HomePage): Html {
  const say = wordsIn(page.language);
  return html`<h2 id="password-title">${say("newPasswordTitle")}</h2>
${form(
  page,
  "change-password",
  html`
<input type="text" name="login" value="${page.account.email}" autocomplete="username" hidden>
<label for="current-password">${say("currentPassword")}</label>
<input id="current-password" name="current-password" type="password" autocomplete="current-password" required>
<label for="password">${say("newPassword")}</label>
<input id="password" name="password" type="password" autocomplete="new-password" minlength="8" aria-describedby="password-rules" required>
<p id="password-rules">${say("newPasswordRules")}</p>`,
  html`<button type="submit">${say("savePassword")}</button>`,
)}`;
}

function form({ guard }: HomePage, step: string, fields: Html, button: Html): Html {
  return html`<form method="post" action="/sso" data-step="${step}">
<input type="hidden" name="step" value="${step}"><input type="hidden" name="guard" value="${guard}">${fields}
${button}
</form>`;
}
