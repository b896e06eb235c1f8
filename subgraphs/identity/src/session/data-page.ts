import type { Language, Words } from "@campus-graph/kit/refusals/refusal";
import { type Html, html, Html as Markup } from "../sso/pages/html.js";
import { dataLabels, dataPageWords, dataSourceWords } from "./data-page-words.js";

const style = `
body { max-width: 48rem; margin: 0 auto; padding: 1.5rem; font: 1rem/1.6 system-ui, "PingFang TC", "Noto Sans TC", "Microsoft JhengHei", sans-serif; color: #16211b; }
h1 { font-size: 1.6rem; } h2 { margin-top: 2rem; border-bottom: 2px solid #1d5c3f; font-size: 1.3rem; } h3 { font-size: 1.05rem; }
dl { display: grid; grid-template-columns: minmax(7rem, 1fr) 2fr; gap: .25rem 1rem; margin: .25rem 0; }
dt { color: #45544b; } dd { margin: 0; overflow-wrap: anywhere; }
ol { padding-left: 1.5rem; } li { margin-bottom: .75rem; }`;

/** The file as a page that needs no network: every part under its name, every list as one. */
export function dataPage(language: Language, file: object): string {
  const { gatheredAt, ...parts } = file as Readonly<Record<string, unknown>>;
  const say = (words: Words) => words[language];
  const sections = Object.entries(parts).map(
    ([source, part]) =>
      html`<section><h2>${say(dataSourceWords[source] ?? same(source))}</h2>${partOf(part, say)}</section>`,
  );
  const page = html`<html lang="${language === "en" ? "en" : "zh-Hant-TW"}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${say(dataPageWords.title)}</title><style>${new Markup(style)}</style></head><body><h1>${say(dataPageWords.title)}</h1><p>${say(dataPageWords.gathered)} ${shown(gatheredAt, say)}</p><p>${say(dataPageWords.lead)}</p>${sections}</body></html>`;
  return `<!doctype html>${page.markup}`;
}

type Say = (words: Words) => string;

function partOf(part: unknown, say: Say): Html {
  if (typeof part !== "object" || part === null) return html`<p>${shown(part, say)}</p>`;
  const entries = Object.entries(part).map(
    ([name, value]) => html`<h3>${labelOf(name, say)}</h3>${contentOf(value, say)}`,
  );
  return html`${entries}`;
}

function contentOf(value: unknown, say: Say): Html {
  if (Array.isArray(value)) {
    if (value.length === 0) return html`<p>${say(dataPageWords.nothing)}</p>`;
    return html`<ol>${value.map((each) => html`<li>${contentOf(each, say)}</li>`)}</ol>`;
  }
  if (typeof value !== "object" || value === null) return html`<span>${shown(value, say)}</span>`;
  const rows = Object.entries(value).map(
    ([name, each]) => html`<dt>${labelOf(name, say)}</dt><dd>${contentOf(each, say)}</dd>`,
  );
  return html`<dl>${rows}</dl>`;
}

const moment = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/;

function shown(value: unknown, say: Say): string {
  if (value === null || value === undefined || value === "") return say(dataPageWords.none);
  if (typeof value === "boolean") return say(value ? dataPageWords.yes : dataPageWords.no);
  const text = String(value);
  if (!moment.test(text)) return text;
  return new Intl.DateTimeFormat("sv-SE", {
    timeZone: "Asia/Taipei",
    dateStyle: "short",
    timeStyle: "medium",
  }).format(new Date(text));
}

function labelOf(name: string, say: Say): string {
  return say(dataLabels[name] ?? same(name));
}

function same(text: string): Words {
  return { "zh-TW": text, en: text };
}
