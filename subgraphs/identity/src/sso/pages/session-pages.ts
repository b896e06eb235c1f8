import type { Language, Refusal } from "@campus-graph/kit/refusals/refusal";
import type { KoaContextWithOIDC } from "oidc-provider";
import { Html, html } from "./html.js";
import { type Page, pageHeaders, renderPage } from "./layout.js";
import { alertOf } from "./refusal-alert.js";
import { wordsIn } from "./words.js";

/** Asks whether to sign out. `form` is the provider's own, with its guard against forged requests. */
export function signOutPage(ctx: KoaContextWithOIDC, form: string): void {
  const language = languageOf(ctx);
  const say = wordsIn(language);
  const content = html`${new Html(form)}
<button type="submit" form="op.logoutForm" name="logout" value="yes" autofocus>${say("signOut")}</button>
<button type="submit" form="op.logoutForm" class="quiet">${say("stay")}</button>`;
  show(ctx, renderPage({ language, title: "signOutTitle", lead: "signOutLead", content }));
}

export function signedOutPage(ctx: KoaContextWithOIDC): void {
  const language = languageOf(ctx);
  show(ctx, withWayIn({ language, title: "signedOutTitle", lead: "signedOutLead" }));
}

/** For a sign-in that has run out, or that another browser began. */
export function lostPage(language: Language): string {
  return withWayIn({ language, title: "lostTitle", lead: "lostLead" });
}

/** For a browser that is on its way to a sign-in, and was refused. */
export function refusedPage(language: Language, refusal: Refusal): string {
  return renderPage({
    language,
    title: "refusedTitle",
    lead: "refusedLead",
    alert: alertOf(refusal, language),
  });
}

/** What is answered at an address under which there is nothing. */
export async function notFoundPage(ctx: KoaContextWithOIDC, next: () => Promise<void>): Promise<void> {
  await next();
  if (ctx.status !== 404 || ctx.body) return;
  const language = languageOf(ctx);
  show(ctx, withWayIn({ language, title: "notFoundTitle", lead: "notFoundLead" }));
  ctx.status = 404;
}

function withWayIn(page: Page): string {
  const content = html`<p><a href="/sso">${wordsIn(page.language)("signInAgain")}</a></p>`;
  return renderPage({ ...page, content });
}

/** Answers with a page. */
export function show(ctx: KoaContextWithOIDC, page: string): void {
  ctx.set(pageHeaders as Record<string, string>);
  ctx.body = page;
}

/** The reader's language, Chinese unless they prefer English. */
export function languageOf(ctx: KoaContextWithOIDC): Language {
  return ctx.acceptsLanguages("zh", "en") === "en" ? "en" : "zh-TW";
}
