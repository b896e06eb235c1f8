import type { CapturedMail } from "./mailbox.js";

/** The page at /mail: every captured mail, newest first, without scripts. */
export function renderMailPage(mails: readonly CapturedMail[], to: string | undefined): string {
  const articles = mails.map(renderMail).join("\n");
  const filter = to ? `<p>To ${escapeHtml(to)} only. <a href="/mail">All mail</a></p>` : "";
  return `<!doctype html>
<html lang="zh-Hant-TW"><head><meta charset="utf-8"><title>Mail · Campus Graph</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<style>
body { font: 16px/1.6 system-ui, sans-serif; max-width: 46rem; margin: 2rem auto; padding: 0 1rem; color: #1b1b1b; background: #fafafa }
article { background: #fff; border: 1px solid #d5d5d5; border-radius: 8px; padding: 1rem 1.25rem; margin: 1rem 0 }
h2 { font-size: 1.1rem; margin: 0 } header p { margin: 0; color: #555 } pre { white-space: pre-wrap; font: inherit; margin: .75rem 0 0 }
</style></head>
<body><h1>信件 Mail</h1>
<p>Every mail that the demo city sent. It never left this machine. Reload for newer ones.</p>${filter}
${articles || "<p>還沒有信件。 No mail yet.</p>"}
</body></html>
`;
}

function renderMail({ to, subject, text, at }: CapturedMail): string {
  const address = encodeURIComponent(to);
  return `<article><header><h2>${escapeHtml(subject)}</h2>
<p>To <a href="/mail?to=${address}">${escapeHtml(to)}</a> · <time datetime="${at}">${at}</time></p></header>
<pre>${escapeHtml(text)}</pre></article>`;
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
