/** A piece of a page whose markup is ours and whose content is escaped. */
export class Html {
  constructor(readonly markup: string) {}
}

/** Every value put in is escaped, unless it is Html itself. */
export function html(
  parts: TemplateStringsArray,
  ...values: readonly (Html | string | null | readonly Html[])[]
): Html {
  return new Html(parts.reduce((markup, part, index) => markup + render(values[index - 1] ?? null) + part));
}

function render(value: Html | string | null | readonly Html[]): string {
  if (value === null) return "";
  if (value instanceof Html) return value.markup;
  if (typeof value === "string") return escaped(value);
  return value.map((each) => each.markup).join("");
}

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character]!);
}
