import { escapeHtml } from "./html.ts";
import { pathOf } from "./links.ts";
import type { Page } from "./page.ts";
import { guides, type Language, type PageTitle, reference, statusPage } from "./pages.ts";
import { words } from "./words.ts";

/** The pages that are neither written nor made from tables: where readers begin, search, and what is not there. */
export function ownPages(language: Language): Page[] {
  const text = words[language];
  const page = (slug: string, title: string, lead: string, html: string): Page => ({
    language,
    slug,
    title,
    lead,
    html,
    sources: [],
    examples: [],
  });
  return [
    page("index", text.home, text.homeLead, homeHtml(language)),
    page("search", text.searchTitle, text.searching, searchHtml(language)),
    page("status", statusPage[language].title, statusPage[language].lead, statusHtml(language)),
  ];
}

function homeHtml(language: Language): string {
  const text = words[language];
  return [
    cards(text.guides, "guides", guides[language], language),
    cards(text.reference, "reference", reference[language], language),
    language === "en"
      ? ""
      : cards(
          text.others,
          "others",
          [...guides.en, ...reference.en].filter(({ slug }) => !has(language, slug)),
          "en",
          `../${pathOf({ language: "en", slug: "" }).replace(".html", "")}`,
        ),
  ].join("\n");
}

function has(language: Language, slug: string): boolean {
  return [...guides[language], ...reference[language]].some((each) => each.slug === slug);
}

function cards(
  title: string,
  id: string,
  pages: readonly PageTitle[],
  language: Language,
  base = "",
): string {
  const items = pages.map(
    (each) =>
      `<li><a href="${base}${each.slug}.html">${escapeHtml(each.title)}</a><p>${escapeHtml(each.lead)}</p></li>`,
  );
  return `<h2 id="${id}">${title}</h2>\n<ul class="cards" lang="${words[language].lang}">${items.join("\n")}</ul>`;
}

function searchHtml(language: Language): string {
  const text = words[language];
  return `<noscript><p>${text.needsScript}</p></noscript>
<p id="found" role="status"></p>
<ol id="results"></ol>`;
}

const parts = {
  en: {
    gateway: "The graph’s public server (/readyz)",
    identity: "Sign-in (identity)",
    roster: "Schools (roster)",
    binding: "Applications (binding)",
    payments: "Bills and payments (payments)",
    checking: "Asking…",
    needsScript: "This page asks the graph from your browser, which needs JavaScript.",
    again: "Ask again",
    intro:
      "Each line is a question that this page has just asked the graph which serves it, as anybody could. It keeps no history.",
    titles: ["part", "answer"],
  },
  "zh-TW": {
    gateway: "對外伺服器（/readyz）",
    identity: "登入（identity）",
    roster: "學校資料（roster）",
    binding: "綁定申請（binding）",
    payments: "繳費單與繳費（payments）",
    checking: "查詢中…",
    needsScript: "本頁由您的瀏覽器查詢，需要 JavaScript。",
    again: "再查一次",
    intro: "每一行都是本頁剛剛向提供此頁的系統提出的查詢，任何人皆可查詢；本頁不保存歷史紀錄。",
    titles: ["項目", "結果"],
  },
} as const;

function statusHtml(language: Language): string {
  const text = parts[language];
  const row = (part: "gateway" | "identity" | "roster" | "binding" | "payments") =>
    `<tr><th scope="row">${text[part]}</th><td data-part="${part}">${text.checking}</td></tr>`;
  return `<p>${text.intro}</p>
<noscript><p>${text.needsScript}</p></noscript>
<table id="status"><thead><tr><th scope="col">${text.titles[0]}</th><th scope="col">${text.titles[1]}</th></tr></thead>
<tbody aria-live="polite">${(["gateway", "identity", "roster", "binding", "payments"] as const).map(row).join("\n")}</tbody></table>
<p><button type="button" id="ask-again">${text.again}</button> <span id="asked-at"></span></p>`;
}
