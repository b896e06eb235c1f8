import { errors, type KoaContextWithOIDC } from "oidc-provider";
import type { IdentityConfig } from "../../config.js";
import { clientsOf } from "../clients.js";
import { type Html, html } from "./html.js";
import { type Page, renderPage } from "./layout.js";
import { languageOf, show } from "./session-pages.js";
import { type Word, wordsIn } from "./words.js";

type Say = (word: Word) => string;

/**
 * What the provider refuses before it knows which app to tell. One cause, one thing to do; outside production also what
 * is registered, which the app's makers need.
 */
export function errorPage(ctx: KoaContextWithOIDC, error: Error, config: IdentityConfig): void {
  const language = languageOf(ctx);
  show(ctx, renderPage({ language, ...explain(ctx, error, config, wordsIn(language)) }));
}

function explain(
  ctx: KoaContextWithOIDC,
  error: Error,
  config: IdentityConfig,
  say: Say,
): Omit<Page, "language"> {
  if (error instanceof errors.SessionNotFound) return { title: "lostTitle", lead: "lostLead" };
  if (!(error instanceof errors.OIDCProviderError) || error.status >= 500)
    return { title: "failedTitle", lead: "failedLead", alert: null };
  const { error: code, error_description: description = "" } = error;
  const fault = (sentence: Word, content: Html): Omit<Page, "language"> => ({
    title: "errorTitle",
    lead: "errorLead",
    alert: { code, sentence: say(sentence) },
    content,
  });
  const parameters = { ...ctx.query, ...ctx.oidc.params };
  const tellMakers = config.mode !== "production";
  if (isAboutRedirectUri(code, description))
    return fault(
      "redirectUriWrong",
      html`${askedFor(say, parameters.post_logout_redirect_uri ?? parameters.redirect_uri)}${
        tellMakers ? registered(say, ctx.oidc.client?.redirectUris ?? []) : null
      }`,
    );
  if (code === "invalid_client") {
    const ids = clientsOf(config).map(({ client_id }) => client_id);
    return fault(
      "clientUnknown",
      html`${askedFor(say, parameters.client_id)}${tellMakers ? listed(say("registeredClients"), ids) : null}`,
    );
  }
  return fault("requestWrong", html`<p lang="en"><code>${code}: ${description}</code></p>`);
}

function isAboutRedirectUri(code: string, description: string): boolean {
  return code === "invalid_redirect_uri" || description.startsWith("post_logout_redirect_uri");
}

function askedFor(say: Say, value: unknown): Html | null {
  return typeof value === "string" ? listed(say("askedFor"), [value]) : null;
}

function registered(say: Say, uris: readonly string[]): Html {
  return html`${listed(say("registered"), uris)}<p>${say("anyPort")}</p>`;
}

function listed(heading: string, values: readonly string[]): Html {
  return html`<h2>${heading}</h2>
<ul>${values.map((value) => html`<li><code>${value}</code></li>`)}</ul>`;
}
