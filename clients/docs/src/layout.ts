import { escapeHtml } from "./html.ts";
import { filePath, pathOf, relativeTo } from "./links.ts";
import type { Page } from "./page.ts";
import { guides, type Language, languages, type PageTitle, reference, statusPage } from "./pages.ts";
import { sdlFile } from "./schema.ts";
import { words } from "./words.ts";

/** The names under which script and style lie, with their digests in them. */
export interface Assets {
  script: string;
  style: string;
}

const home = (language: Language): PageTitle => ({
  slug: "index",
  title: words[language].home,
  lead: words[language].homeLead,
});

/** A whole page around what it says. */
export function layout(page: Page, assets: Assets, hasPage: (path: string) => boolean): string {
  const text = words[page.language];
  const to = (path: string) => relativeTo(page, path);
  const other = languages.find((each) => each !== page.language)!;
  const same = pathOf({ language: other, slug: page.slug });
  const inOther = to(hasPage(same) ? same : pathOf({ language: other, slug: "index" }));
  const title = page.slug === "index" ? `${text.site} · ${text.docs}` : `${page.title} · ${text.site}`;
  return `<!doctype html>
<html lang="${text.lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="description" content="${escapeHtml(page.lead)}">
<title>${escapeHtml(title)}</title>
<link rel="icon" href="${to("assets/icon.svg")}" type="image/svg+xml">
<link rel="stylesheet" href="${to(assets.style)}">
<script type="module" src="${to(assets.script)}"></script>
</head>
<body>
<a class="skip" href="#content">${text.skip}</a>
<header class="top">
<a class="site" href="${to(pathOf({ language: page.language, slug: "index" }))}">${text.site} <span>${text.docs}</span></a>
<form role="search" action="${to(pathOf({ language: page.language, slug: "search" }))}">
<input type="search" name="q" aria-label="${text.searchTitle}" placeholder="${text.search}" autocomplete="off">
</form>
<a class="other" href="${inOther}" lang="${words[other].lang}" hreflang="${words[other].lang}">${text.other}</a>
</header>
<div class="frame">
<nav aria-label="${text.menu}"><details id="menu"><summary>${text.menu}</summary>
${menu(page, to)}
</details></nav>
<main id="content" tabindex="-1">
<h1>${escapeHtml(page.title)}</h1>
<p class="lead">${escapeHtml(page.lead)}</p>
${page.html}
</main>
</div>
</body>
</html>
`;
}

function menu(page: Page, to: (path: string) => string): string {
  const text = words[page.language];
  const link = (language: Language, each: PageTitle) => {
    const isHere = language === page.language && each.slug === page.slug;
    const foreign =
      language === page.language ? "" : ` lang="${words[language].lang}" hreflang="${words[language].lang}"`;
    return `<li><a href="${to(pathOf({ language, slug: each.slug }))}"${foreign}${isHere ? ' aria-current="page"' : ""}>${escapeHtml(each.title)}</a></li>`;
  };
  const group = (title: string, items: string) => `<h2>${title}</h2>\n<ul>${items}</ul>`;
  const here = (pages: readonly PageTitle[]) => pages.map((each) => link(page.language, each)).join("");
  const sdl = `<li><a href="${to(filePath(sdlFile))}">${text.sdl}</a></li>`;
  const known = new Set([...guides[page.language], ...reference[page.language]].map(({ slug }) => slug));
  const others = languages
    .filter((each) => each !== page.language)
    .flatMap((language) =>
      [...guides[language], ...reference[language]]
        .filter(({ slug }) => language === "en" && !known.has(slug))
        .map((each) => link(language, each)),
    );
  return [
    group(text.start, here([home(page.language), statusPage[page.language]])),
    group(text.guides, here(guides[page.language])),
    group(text.reference, here(reference[page.language]) + sdl),
    others.length > 0 ? group(text.others, others.join("")) : "",
  ].join("\n");
}
