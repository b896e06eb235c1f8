/** A form of one of the sign-in pages, as a browser would send it: its fields by name, with the values they came with. */
export interface Form {
  action: string;
  fields: Map<string, string>;
}

/** What the page says went wrong. */
export interface Alert {
  code: string;
  text: string;
}

/** The page's form, if it has one. The pages are the graph's own and plain, so that no parser of all HTML is needed. */
export function readForm(html: string): Form | undefined {
  const form = /<form\b([^>]*)>([\s\S]*?)<\/form>/i.exec(html);
  if (!form) return undefined;
  const [, attributes = "", content = ""] = form;
  const fields = new Map<string, string>();
  for (const [, input = ""] of content.matchAll(/<input\b([^>]*)>/gi)) {
    const name = attribute(input, "name");
    const type = attribute(input, "type") ?? "text";
    if (name && type !== "checkbox" && type !== "submit") fields.set(name, attribute(input, "value") ?? "");
  }
  // The page's own buttons say which step they send; pressing Enter sends the step that the form names.
  const step = attribute(attributes, "data-step");
  if (step) fields.set("step", step);
  return { action: attribute(attributes, "action") ?? "", fields };
}

export function readAlert(html: string): Alert | undefined {
  const [, , attributes = "", content = ""] =
    /<(\w+)\b([^>]*\brole="alert"[^>]*)>([\s\S]*?)<\/\1>/i.exec(html) ?? [];
  const text = plain(content.replace(/<[^>]*>/g, " "))
    .replace(/\s+/g, " ")
    .trim();
  return text ? { code: attribute(attributes, "data-code") ?? "REFUSED", text } : undefined;
}

function attribute(tag: string, name: string): string | undefined {
  const found = new RegExp(`\\b${name}\\s*=\\s*("([^"]*)"|'([^']*)'|([^\\s>]+))`, "i").exec(tag);
  return found ? plain(found[2] ?? found[3] ?? found[4] ?? "") : undefined;
}

const entities: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

function plain(text: string): string {
  return text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex, decimal, name) => {
    if (hex) return String.fromCodePoint(Number.parseInt(hex, 16));
    if (decimal) return String.fromCodePoint(Number(decimal));
    return entities[name as string] ?? whole;
  });
}
