import { escapeHtml } from "./html.ts";
import type { Assets } from "./layout.ts";
import { type Language, languages } from "./pages.ts";
import { words } from "./words.ts";

/** `/docs/` itself, for whoever comes without saying in which language they read; and the page of what is not there. */
export function frontPages(assets: Assets): Map<string, string> {
  return new Map([
    ["index.html", bilingual(assets, ({ docs, homeLead }) => [docs, homeLead])],
    ["404.html", bilingual(assets, ({ notFound, notFoundLead }) => [notFound, notFoundLead])],
  ]);
}

type Words = (typeof words)[Language];

/** It may stand at any address beneath `/docs/`, so its links are whole. */
function bilingual({ style }: Assets, text: (words: Words) => [title: string, lead: string]): string {
  const order: Language[] = [...languages].reverse();
  const sections = order.map((language) => {
    const [title, lead] = text(words[language]);
    return `<section lang="${words[language].lang}"><h2>${escapeHtml(title)}</h2><p>${escapeHtml(lead)}</p>
<p><a class="door" href="/docs/${language}/index.html">${language === "en" ? "In English" : "中文文件"}</a></p></section>`;
  });
  return `<!doctype html>
<html lang="zh-Hant-TW">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Campus Graph · 文件 Documentation</title>
<link rel="icon" href="/docs/assets/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/docs/${style}">
</head>
<body>
<main class="front" id="content">
<h1><span lang="en">Campus Graph</span></h1>
${sections.join("\n")}
</main>
</body>
</html>
`;
}
