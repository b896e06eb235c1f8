/** What a setting has to be; each throws a sentence with the setting's name. */
export function object(name: string, given: unknown): Record<string, unknown> {
  if (typeof given !== "object" || given === null || Array.isArray(given))
    throw new Error(`${name} is no object.`);
  return given as Record<string, unknown>;
}

export function text(name: string, given: unknown): string {
  if (typeof given !== "string" || given === "") throw new Error(`${name} is missing.`);
  return given;
}

export function strings(name: string, given: unknown): Record<string, string> {
  const entries = Object.entries(object(name, given));
  return Object.fromEntries(entries.map(([key, value]) => [key, text(`${name}.${key}`, value)]));
}

export function oneOf<Value extends string>(name: string, given: unknown, values: readonly Value[]): Value {
  if (!values.includes(given as Value)) throw new Error(`${name} is one of ${values.join(", ")}.`);
  return given as Value;
}

export function pointer(name: string, given: unknown): string {
  const pointer = text(name, given);
  if (!/^(\/[^/]*)+$/.test(pointer)) throw new Error(`${name} is no JSON pointer, such as /message/id.`);
  return pointer;
}
