import { Marked, type Tokens } from "marked";
import { codeBlock, escapeHtml, slugOf, table, textOf } from "./html.ts";
import { toRepository } from "./links.ts";
import type { Language, Part } from "./pages.ts";
import { remedyOf } from "./remedies.ts";
import { readSource } from "./sources.ts";

/** A fenced block, for the test that runs every one of them. */
export interface Example {
  page: string;
  language: string;
  text: string;
}

interface Rendered {
  html: string;
  examples: Omit<Example, "page">[];
}

const labels = { en: { code: "Code", table: "Table" }, "zh-TW": { code: "程式碼", table: "表格" } };

/** Renders a part of a page; where it is not the only one, each of its sections stands beneath its own heading. */
export function renderPart({ source, sections }: Part, language: Language, isAlone: boolean): Rendered {
  const text = withFiles(readSource(source));
  const shown = sections ? sectionsOf(text, sections, isAlone) : withoutTitle(text);
  const examples: Rendered["examples"] = [];
  const label = labels[language];
  const marked = new Marked({
    gfm: true,
    renderer: {
      heading({ tokens, depth }: Tokens.Heading) {
        const html = this.parser.parseInline(tokens);
        const id = slugOf(textOf(html));
        return `<h${depth} id="${id}"><a class="anchor" href="#${id}">${html}</a></h${depth}>\n`;
      },
      code({ text, lang = "" }: Tokens.Code) {
        examples.push({ language: lang, text });
        return `${codeBlock(text, lang, label.code)}\n`;
      },
      codespan({ text }: Tokens.Codespan) {
        const code = `<code>${escapeHtml(text)}</code>`;
        return remedyOf.has(text) ? `<a href="refusals.html#${text}">${code}</a>` : code;
      },
      link({ href, tokens }: Tokens.Link) {
        const html = this.parser.parseInline(tokens);
        return `<a href="${escapeHtml(toRepository(source, href))}">${html}</a>`;
      },
      table({ header, rows }: Tokens.Table) {
        const cell = ({ tokens }: Tokens.TableCell) => this.parser.parseInline(tokens);
        return table(
          label.table,
          header.map(cell),
          rows.map((row) => row.map(cell)),
        );
      },
      // Pictures of screens are for the repository; here the screens themselves are a link away.
      image: () => "",
      html: () => "",
    },
  });
  return { html: marked.parse(shown, { async: false }), examples };
}

/** `<!-- file: path -->` stands for a file that a test runs. */
function withFiles(text: string): string {
  return text.replace(/^<!-- file: (\S+) -->$/gm, (_, path: string) => {
    const language = /\.(\w+)$/.exec(path)?.[1] ?? "";
    return `\`\`\`${language}\n${readSource(path).trim()}\n\`\`\``;
  });
}

function withoutTitle(text: string): string {
  return text.replace(/^# .*\n/, "");
}

interface Line {
  text: string;
  /** Whether it stands in a fenced block, where # is no heading. */
  isFenced: boolean;
}

function sectionsOf(text: string, headings: readonly string[], isAlone: boolean): string {
  return headings
    .map((heading) => {
      const [depth, lines] = sectionUnder(text, heading);
      const body = lines.slice(1).map((line) => shifted(line, 2 - depth));
      return isAlone && headings.length === 1 ? body.join("\n") : [`## ${heading}`, ...body].join("\n");
    })
    .join("\n\n");
}

/** A section's own parts come beneath it, wherever it stood. */
function shifted({ text, isFenced }: Line, by: number): string {
  if (isFenced) return text;
  return text.replace(/^(#+) /, (_, marks: string) => `${"#".repeat(Math.max(2, marks.length + by))} `);
}

function sectionUnder(text: string, heading: string): [depth: number, lines: Line[]] {
  let depth = 0;
  let isFenced = false;
  const lines: Line[] = [];
  for (const each of text.split("\n")) {
    if (each.trimStart().startsWith("```")) isFenced = !isFenced;
    const [, marks = "", title] = (!isFenced && /^(#+) (.*)$/.exec(each)) || [];
    if (depth === 0 && title === heading) depth = marks.length;
    else if (depth > 0 && title !== undefined && marks.length <= depth) break;
    if (depth > 0) lines.push({ text: each, isFenced });
  }
  if (depth === 0) throw new Error(`There is no section “${heading}”.`);
  return [depth, lines];
}
