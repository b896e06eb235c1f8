import type { EmailAddress } from "@campus-graph/kit/text/email-address";
import { type Letter, letterText } from "../mail/letter.js";
import type { Signature } from "../mail/signature.js";
import type { Bilingual, LetterContent, Recipient } from "./template.js";

interface LaidOut {
  to: EmailAddress;
  recipient: Recipient;
  content: LetterContent;
  publicUrl: string;
  /** Where one chooses what to be written about. */
  choicesPath: string;
}

/** A letter in the form of all our mails, as plain text and as HTML of the same words. */
export function layOutLetter(given: LaidOut, signature: Signature): Letter {
  const { to, recipient, content, publicUrl, choicesPath } = given;
  const { subject, paragraphs, action } = content;
  const greeting = { "zh-TW": `${recipient.name} 您好：`, en: `Dear ${recipient.name},` };
  const url = `${publicUrl}${action.path}`;
  const choices = `${publicUrl}${choicesPath}`;
  return {
    to,
    subject: `${subject["zh-TW"]} ${subject.en} – ${signature.service["zh-TW"]}`,
    text: letterText(
      [
        ...[greeting, ...paragraphs].map((each) => `${each["zh-TW"]}\n${each.en}`),
        `${action.label["zh-TW"]} ${action.label.en}：\n${url}`,
        `${change["zh-TW"]} ${change.en}：\n${choices}`,
      ],
      signature,
    ),
    html: page(subject, [
      paragraph(automatic, "quiet"),
      ...[greeting, ...paragraphs].map((each) => paragraph(each)),
      `<p><a class="act" href="${escaped(url)}">${escaped(action.label["zh-TW"])} <span lang="en">${escaped(action.label.en)}</span></a></p>`,
      `<p class="quiet"><a href="${escaped(choices)}">${escaped(change["zh-TW"])} <span lang="en">${escaped(change.en)}</span></a></p>`,
      signed(signature),
    ]),
  };
}

const change: Bilingual = { "zh-TW": "變更通知方式", en: "Change what we write to you about" };
const automatic: Bilingual = {
  "zh-TW": "本郵件由系統自動發送，請勿直接回覆",
  en: "This is an automatically generated email, please do not reply.",
};

const style = `body{margin:0;background:#f3f6f4;color:#16211b;font:16px/1.6 system-ui,"PingFang TC","Noto Sans TC","Microsoft JhengHei",sans-serif}
main{max-width:34rem;margin:0 auto;padding:1.25rem;background:#fff;overflow-wrap:anywhere}
h1{margin:0 0 1rem;font-size:1.25rem;line-height:1.4}p{margin:0 0 1rem}[lang=en]{color:#4a5a51}.quiet{color:#4a5a51;font-size:14px}a{color:#1d5c3f}
a.act{display:inline-block;padding:.75rem 1.25rem;border-radius:.5rem;background:#1d5c3f;color:#fff;font-weight:600;text-decoration:none}
a.act span{color:#fff}footer{margin-top:1.5rem;padding-top:1rem;border-top:1px solid #d5ddd8;font-size:14px}`;

function page(subject: Bilingual, parts: readonly string[]): string {
  return `<!doctype html>
<html lang="zh-Hant-TW"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escaped(subject["zh-TW"])}</title><style>${style}</style></head>
<body><main>
<h1>${escaped(subject["zh-TW"])}<br><span lang="en">${escaped(subject.en)}</span></h1>
${parts.join("\n")}
</main></body></html>
`;
}

function paragraph(text: Bilingual, className?: string): string {
  const name = className === undefined ? "" : ` class="${className}"`;
  return `<p${name}>${escaped(text["zh-TW"])}<br><span lang="en">${escaped(text.en)}</span></p>`;
}

function signed({ organisation, address, telephone, email }: Signature): string {
  const lines = [
    organisation["zh-TW"],
    organisation.en,
    `地址：${address}`,
    `電話：${telephone}`,
    `信箱：${email}`,
  ];
  return `<footer>${lines.map(escaped).join("<br>")}</footer>`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
