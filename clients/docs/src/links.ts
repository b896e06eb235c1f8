import { posix } from "node:path";
import type { Page } from "./page.ts";
import { isPublishable, resolveFrom } from "./sources.ts";

/** A link into the repository, until all pages are made and it is known where it leads on the site. */
const scheme = "repository:";

/** A link as a source file writes it. What has a scheme of its own leads out and stays as it is. */
export function toRepository(from: string, href: string): string {
  if (/^\w+:/.test(href)) return href;
  const [path = "", anchor = ""] = href.split("#");
  const target = path === "" ? from : resolveFrom(from, path);
  return `${scheme}${target ?? ""}#${anchor}`;
}

/**
 * Gives every link into the repository its place on the site: a page made of that file, in the reader's language where
 * there is one; or the file itself, which is then published. What is neither stands there as text.
 */
export function placeLinks(pages: readonly Page[]): Set<string> {
  const published = new Set<string>();
  for (const page of pages)
    page.html = page.html.replace(
      /<a href="repository:([^"#]*)#([^"]*)">([\s\S]*?)<\/a>/g,
      (_, path: string, anchor: string, text: string) => {
        const found = pageOf(pages, page, path, anchor);
        if (found)
          return `<a href="${relativeTo(page, pathOf(found))}${anchor ? `#${anchor}` : ""}">${text}</a>`;
        if (!isPublishable(path)) return text;
        published.add(path);
        return `<a href="${relativeTo(page, filePath(path))}">${text}</a>`;
      },
    );
  return published;
}

function pageOf(pages: readonly Page[], from: Page, path: string, anchor: string): Page | undefined {
  const made = pages.filter(
    ({ sources, html }) => sources.includes(path) && (anchor === "" || html.includes(` id="${anchor}"`)),
  );
  return made.find(({ language }) => language === from.language) ?? made[0];
}

/** Where a page lies beneath `/docs/`. */
export function pathOf({ language, slug }: Pick<Page, "language" | "slug">): string {
  return `${language}/${slug}.html`;
}

/** Where a file of the repository lies beneath `/docs/`. */
export function filePath(path: string): string {
  return `files/${path}`;
}

/** Relative addresses, so that the built folder can be read from a disk as well. */
export function relativeTo(page: Pick<Page, "language" | "slug">, path: string): string {
  return posix.relative(posix.dirname(pathOf(page)), path);
}
