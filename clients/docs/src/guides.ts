import { renderPart } from "./markdown.ts";
import type { Page } from "./page.ts";
import { guides, type Language } from "./pages.ts";

/** The pages that people have written. */
export function guidePages(language: Language): Page[] {
  return guides[language].map(({ parts, ...title }) => {
    const rendered = parts.map((part) => renderPart(part, language, parts.length === 1));
    return {
      ...title,
      language,
      html: rendered.map(({ html }) => html).join("\n"),
      sources: parts.map(({ source }) => source),
      examples: rendered.flatMap(({ examples }) => examples),
    };
  });
}
