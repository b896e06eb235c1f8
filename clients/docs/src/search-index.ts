import MiniSearch from "minisearch";
import { type Found, indexOptions } from "../browser/index-options.ts";
import { textOf } from "./html.ts";
import { pathOf } from "./links.ts";
import type { Page } from "./page.ts";
import type { Language } from "./pages.ts";

/** Pages that lead to others are not what anybody looks for. */
const leading = new Set(["index", "search"]);

/** The index of a language: its own pages, and those that there are in English only. */
export function searchIndex(pages: readonly Page[], language: Language): string {
  const index = new MiniSearch<Found>(indexOptions);
  const own = new Set(pages.filter((page) => page.language === language).map(({ slug }) => slug));
  for (const page of pages) {
    if (leading.has(page.slug)) continue;
    const isOwn = page.language === language;
    if (!isOwn && (page.language !== "en" || own.has(page.slug))) continue;
    const address = isOwn ? `${page.slug}.html` : `../${pathOf(page)}`;
    index.addAll(partsOf(page, address));
  }
  return JSON.stringify(index);
}

function partsOf({ title, lead, html }: Page, address: string): Found[] {
  const [before = "", ...rest] = html.split(/(?=<h[23] id=")/);
  const first = { id: address, page: title, title, text: `${lead} ${textOf(before)}` };
  return [first, ...rest.flatMap((part) => partsOfSection(part, title, address))];
}

/** A row that has a name of its own, such as a code, is found by itself. */
const namedRow = /<tr><td><code id="([^"]*)">[\s\S]*?<\/tr>/g;

function partsOfSection(part: string, page: string, address: string): Found[] {
  const [, id = "", heading = "", body = ""] =
    /^<h[23] id="([^"]*)"[^>]*>([\s\S]*?)<\/h[23]>([\s\S]*)$/.exec(part) ?? [];
  // A field is looked for with its type: Bill.amount.
  const name = id.includes(".") ? `${id} ${textOf(heading).replace(/^\S+/, "")}` : textOf(heading);
  const section = {
    id: `${address}#${id}`,
    page,
    title: name.trim(),
    text: textOf(body.replace(namedRow, "")),
  };
  const rows = [...body.matchAll(namedRow)].map(([row, id]) => ({
    id: `${address}#${id}`,
    page,
    title: textOf(/<code[\s\S]*?<\/code>/.exec(row)![0]),
    text: textOf(row),
  }));
  return [section, ...rows];
}
