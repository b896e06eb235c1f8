import { frontPages } from "./front.ts";
import { guidePages } from "./guides.ts";
import { type Assets, layout } from "./layout.ts";
import { filePath, pathOf, placeLinks } from "./links.ts";
import { operationsPage } from "./operations.ts";
import { ownPages } from "./own-pages.ts";
import type { Page } from "./page.ts";
import { languages } from "./pages.ts";
import { referencePages } from "./reference.ts";
import { sdlFile } from "./schema.ts";
import { searchIndex } from "./search-index.ts";
import { readSource } from "./sources.ts";
import { changelogPage, limitsPage, refusalsPage } from "./tables.ts";

/** Every page of the site. */
export function allPages(): Page[] {
  return [
    ...languages.flatMap((language) => [
      ...guidePages(language),
      refusalsPage(language),
      limitsPage(language),
      ...ownPages(language),
    ]),
    operationsPage(),
    ...referencePages(),
    changelogPage(),
  ];
}

/** Files that pages made from tables lead to. */
const alwaysPublished = [sdlFile, "schema/operations.json", "clients/operations/examples.json"];

/** The whole site, by path beneath `/docs/`. */
export function makeSite(assets: Assets): Map<string, string> {
  const pages = allPages();
  const published = placeLinks(pages);
  for (const file of alwaysPublished) published.add(file);
  for (const [, file] of pages.flatMap(({ html }) => [...html.matchAll(/href="(?:\.\.\/)files\/([^"#]+)"/g)]))
    published.add(file!);
  const paths = new Set(pages.map(pathOf));
  return new Map([
    ...frontPages(assets),
    ...pages.map((page) => [pathOf(page), layout(page, assets, (path) => paths.has(path))] as const),
    ...languages.map((each) => [`${each}/search-index.json`, searchIndex(pages, each)] as const),
    ...[...published].map((file) => [filePath(file), readSource(file)] as const),
  ]);
}
