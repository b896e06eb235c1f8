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

/** What the provider refuses before it knows which app to tell: OAuth's own code for the app's makers, words for people. */
export function errorPage(ctx: KoaContextWithOIDC, error: Error): void {
  const code = "error" in error ? String(error.error) : "server_error";
  const sentence = "error_description" in error ? String(error.error_description ?? code) : code;
  show(
    ctx,
    renderPage({
      language: languageOf(ctx),
      title: "errorTitle",
      lead: "lostLead",
      alert: { code, sentence },
    }),
  );
}

function show(ctx: KoaContextWithOIDC, page: string): void {
  ctx.set(pageHeaders as Record<string, string>);
  ctx.body = page;
}

function languageOf(ctx: KoaContextWithOIDC): Language {
  return ctx.acceptsLanguages("zh", "en") === "en" ? "en" : "zh-TW";
}
