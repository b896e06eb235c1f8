/** What a template may name. */
export type Values = Readonly<Record<string, string>>;

const placeholder = /\{(\w+)\}/g;

/** Puts values in the texts of something for JSON. They go in before it is written out, so that no quote ends a text. */
export function fillJson(template: unknown, values: Values): unknown {
  if (typeof template === "string") return fill(template, values);
  if (Array.isArray(template)) return template.map((each) => fillJson(each, values));
  if (typeof template !== "object" || template === null) return template;
  return Object.fromEntries(Object.entries(template).map(([key, value]) => [key, fillJson(value, values)]));
}

export function fillForm(template: Values, values: Values): URLSearchParams {
  return new URLSearchParams(Object.entries(template).map(([key, value]) => [key, fill(value, values)]));
}

export function fillUrl(template: string, values: Values): string {
  // The reader of an address writes braces as %7B and %7D.
  const readable = template.replace(/%7B(\w+)%7D/gi, "{$1}");
  return readable.replace(placeholder, (whole, name: string) =>
    Object.hasOwn(values, name) ? encodeURIComponent(values[name]!) : whole,
  );
}

/** In one go: braces in a value are no placeholder. */
function fill(template: string, values: Values): string {
  return template.replace(placeholder, (whole, name: string) =>
    Object.hasOwn(values, name) ? values[name]! : whole,
  );
}

/** What stands at a JSON pointer (RFC 6901), as a text; null where nothing of the kind does. */
export function textAt(document: unknown, pointer: string): string | null {
  let at = document;
  for (const step of pointer.split("/").slice(1)) {
    const key = step.replaceAll("~1", "/").replaceAll("~0", "~");
    if (typeof at !== "object" || at === null || !Object.hasOwn(at, key)) return null;
    at = (at as Record<string, unknown>)[key];
  }
  return ["string", "number", "boolean"].includes(typeof at) ? String(at) : null;
}
