import type { CapturedMail } from "./mailbox.js";

export const mailLanguages = ["zh-TW", "en"] as const;
export type MailLanguage = (typeof mailLanguages)[number];

const words = {
  "zh-TW": {
    title: "信件與簡訊",
    lead: "示範城市寄出的所有信件與簡訊；它們都沒有離開這臺電腦。重新整理可看新信。",
    sms: "簡訊",
    to: "收件人",
    only: "只列出寄給這個地址或號碼的：",
    all: "所有信件與簡訊",
    none: "還沒有信件或簡訊。",
  },
  en: {
    title: "Mail and text messages",
    lead: "Every mail and text message that the demo city sent. None has left this machine. Reload for newer ones.",
    sms: "Text message",
    to: "To",
    only: "Only what was sent to",
    all: "All of them",
    none: "Nothing yet.",
  },
} as const;

/** The page at /mail: every captured mail, newest first, without scripts, in the reader's language and Taipei's time. */
export function renderMailPage(
  mails: readonly CapturedMail[],
  to: string | undefined,
  language: MailLanguage,
): string {
  const labels = words[language];
  const articles = mails.map((mail) => renderMail(mail, language)).join("\n");
  const filter = to ? `<p>${labels.only} ${escapeHtml(to)} · <a href="/mail">${labels.all}</a></p>` : "";
  return `<!doctype html>
<html lang="${language === "en" ? "en" : "zh-Hant-TW"}"><head><meta charset="utf-8"><title>${labels.title} · Campus Graph</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<style>
body { font: 16px/1.6 system-ui, "PingFang TC", "Noto Sans TC", sans-serif; max-width: 46rem; margin: 2rem auto; padding: 0 1rem; color: #1b1b1b; background: #fafafa; overflow-wrap: anywhere }
article { background: #fff; border: 1px solid #d5d5d5; border-radius: 8px; padding: 1rem 1.25rem; margin: 1rem 0 }
h2 { font-size: 1.1rem; margin: 0 } header p { margin: 0; color: #555 } pre { white-space: pre-wrap; font: inherit; margin: .75rem 0 0 }
</style></head>
<body><h1>${labels.title}</h1>
<p>${labels.lead}</p>${filter}
${articles || `<p>${labels.none}</p>`}
</body></html>
`;
}

function renderMail({ to, subject, text, at, by }: CapturedMail, language: MailLanguage): string {
  const address = encodeURIComponent(to);
  return `<article><header><h2>${by === "SMS" ? words[language].sms : escapeHtml(subject)}</h2>
<p>${words[language].to} <a href="/mail?to=${address}">${escapeHtml(to)}</a> · <time datetime="${at}">${inTaipei(at, language)}</time></p></header>
<pre>${escapeHtml(text)}</pre></article>`;
}

function inTaipei(at: string, language: MailLanguage): string {
  const format = new Intl.DateTimeFormat(language, {
    dateStyle: "medium",
    timeStyle: "medium",
    hourCycle: "h23",
    timeZone: "Asia/Taipei",
  });
  return format.format(new Date(at));
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
