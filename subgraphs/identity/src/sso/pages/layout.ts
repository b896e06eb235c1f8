import { createHash } from "node:crypto";
import type { ServerResponse } from "node:http";
import type { Language } from "@campus-graph/kit/refusals/refusal";
import { type Html, html, Html as Markup } from "./html.js";
import { type Word, wordsIn } from "./words.js";

/** Made for a phone held upright; colours keep a contrast of 4.5 and more (WCAG 2.2 AA). */
const style = `
:root { color-scheme: light; font: 1rem/1.6 system-ui, "PingFang TC", "Noto Sans TC", "Microsoft JhengHei", sans-serif; }
body { margin: 0; background: #f3f6f4; color: #16211b; }
main { box-sizing: border-box; max-width: 26rem; min-height: 100vh; margin: 0 auto; padding: 2rem 1.25rem; background: #fff; }
header p { margin: 0; color: #2b5d45; font-weight: 600; }
h1 { margin: .25rem 0 1rem; font-size: 1.5rem; }
h2 { margin: 1.25rem 0 .25rem; font-size: 1rem; }
ul { margin: 0; padding-left: 1.25rem; }
code { overflow-wrap: anywhere; }
label { display: block; margin: 1rem 0 .25rem; font-weight: 600; }
label.check { display: flex; gap: .5rem; align-items: center; font-weight: 400; }
input:not([type=checkbox], [type=radio]) { box-sizing: border-box; width: 100%; min-height: 3rem; padding: .5rem .75rem; border: 1px solid #5c6f65; border-radius: .5rem; font: inherit; }
input[type=checkbox], input[type=radio] { flex: none; width: 1.5rem; height: 1.5rem; margin: 0; }
fieldset { margin: 1rem 0 0; padding: 0; border: 0; }
legend { padding: 0; font-weight: 600; }
button { box-sizing: border-box; width: 100%; min-height: 3rem; margin-top: 1rem; border: 1px solid #1d5c3f; border-radius: .5rem; background: #1d5c3f; color: #fff; font: inherit; font-weight: 600; }
h2 { margin: 2rem 0 .5rem; font-size: 1.2rem; }
ul { padding-left: 1.25rem; }
a { color: #1d5c3f; font-weight: 600; }
strong, p { overflow-wrap: anywhere; }
[role=status] { padding: .75rem; border-left: .25rem solid #1d5c3f; background: #eaf4ee; }
button.quiet { background: #fff; color: #1d5c3f; }
:focus-visible { outline: 3px solid #0b57d0; outline-offset: 2px; }
[role=alert] { padding: .75rem; border-left: .25rem solid #b3261e; background: #fceeee; color: #601410; }
.qr { display: block; width: 14rem; max-width: 100%; margin: 1rem auto; }
.secret, .codes { font-family: ui-monospace, monospace; font-size: 1.1rem; overflow-wrap: anywhere; }
.codes { columns: 2; padding: .75rem; list-style: none; background: #f3f6f4; border-radius: .5rem; }
.factors { padding: 0; list-style: none; }
.factors li { padding: .75rem 0; border-bottom: 1px solid #d5ddd8; }
.factors button { width: auto; min-height: 2.75rem; margin-top: .5rem; padding: 0 1rem; }
[hidden] { display: none; }
@media print { header, form, nav { display: none; } }
.code { letter-spacing: .25em; text-transform: uppercase; }
`;

/** Nothing but our own style runs on these pages, and nobody frames them. */
const directives = [
  "default-src 'none'",
  `style-src 'sha256-${createHash("sha256").update(style).digest("base64")}'`,
  "base-uri 'none'",
  "frame-ancestors 'none'",
];
const contentSecurityPolicy = directives.join("; ");

export const pageHeaders: Readonly<Record<string, string>> = {
  "content-type": "text/html; charset=utf-8",
  "cache-control": "private, no-store",
  "content-security-policy": contentSecurityPolicy,
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
};

export function sendPage(response: ServerResponse, status: number, page: string): void {
  response.writeHead(status, { ...pageHeaders, "content-length": Buffer.byteLength(page) }).end(page);
}

/** The same for a page that asks for a passkey: its two scripts run too, which stand at `scripts`, and no other. */
export function sendPageWithScripts(
  response: ServerResponse,
  status: number,
  page: string,
  scripts: string,
): void {
  const policy = [...directives, `script-src ${scripts}`].join("; ");
  response
    .writeHead(status, {
      ...pageHeaders,
      "content-security-policy": policy,
      "content-length": Buffer.byteLength(page),
    })
    .end(page);
}

export interface Page {
  language: Language;
  title: Word;
  lead: Word;
  /** What went wrong, and what to do about it. */
  alert?: { code: string; sentence: string } | null;
  content?: Html;
}

export function renderPage({ language, title, lead, alert = null, content }: Page): string {
  const say = wordsIn(language);
  const warning = alert && html`<p role="alert" data-code="${alert.code}">${alert.sentence}</p>`;
  return html`<!doctype html>
<html lang="${language === "en" ? "en" : "zh-Hant-TW"}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${say(title)} – ${say("service")}</title>
<style>${new Markup(style)}</style>
</head>
<body>
<main>
<header><p>${say("service")}</p></header>
<h1>${say(title)}</h1>
${warning}
<p>${say(lead)}</p>
${content ?? null}
</main>
</body>
</html>
`.markup;
}
