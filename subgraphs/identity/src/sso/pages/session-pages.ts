import type { Language } from "@campus-graph/kit/refusal";
import type { KoaContextWithOIDC } from "oidc-provider";
import { Html, html } from "./html.js";
import { pageHeaders, renderPage } from "./layout.js";
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
  show(ctx, renderPage({ language: languageOf(ctx), title: "signedOutTitle", lead: "signedOutLead" }));
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
