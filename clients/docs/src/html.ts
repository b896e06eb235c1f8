import { remedyOf } from "./remedies.ts";

const escapes: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => escapes[character]!);
}

/** What a heading is called in an address, as GitHub calls it, so that links hold in both places. */
export function slugOf(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, "")
    .trim()
    .replaceAll(/\s/g, "-");
}

/** What a reader reads of it. */
export function textOf(html: string): string {
  return html
    .replace(/<[^>]*>/g, " ")
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, "&")
    .replace(/\s+/g, " ")
    .trim();
}

/** A text of the schema: `code` and line breaks are all that is marked in it, and refusal codes lead to where they are explained. */
export function prose(text: string): string {
  return escapeHtml(text)
    .trim()
    .replace(/`([^`]+)`/g, "<code>$1</code>")
    .replace(/\b[A-Z]+(?:_[A-Z]+)+\b/g, (name) =>
      remedyOf.has(name) ? `<a href="refusals.html#${name}">${name}</a>` : name,
    )
    .replace(/\n\n+/g, "<br><br>");
}

/** A table that scrolls by itself on a narrow screen; keyboards reach it. */
export function table(label: string, head: readonly string[], rows: readonly (readonly string[])[]): string {
  const titles = head.map((each) => `<th scope="col">${each}</th>`).join("");
  const body = rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join("")}</tr>`).join("\n");
  return `<div class="wide" role="group" tabindex="0" aria-label="${escapeHtml(label)}"><table>
<thead><tr>${titles}</tr></thead>
<tbody>${body}</tbody>
</table></div>`;
}

/** Code that can be copied; keyboards scroll it. */
export function codeBlock(text: string, language: string, label: string): string {
  const name = language ? ` data-language="${escapeHtml(language)}"` : "";
  return `<pre tabindex="0" role="group" aria-label="${escapeHtml(label)}"${name}><code>${escapeHtml(text.replace(/\n$/, ""))}</code></pre>`;
}
