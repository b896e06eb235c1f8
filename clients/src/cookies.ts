/** The cookies of one sign-in: enough for pages that set, change and drop them, by path. */
export class Cookies {
  readonly #kept = new Map<string, { value: string; path: string }>();

  /** What a browser would send to this address. */
  headerFor({ pathname }: URL): string {
    return [...this.#kept]
      .filter(
        ([, { path }]) => pathname === path || pathname.startsWith(path.endsWith("/") ? path : `${path}/`),
      )
      .map(([name, { value }]) => `${name}=${value}`)
      .join("; ");
  }

  keep(headers: Headers): void {
    for (const line of headers.getSetCookie()) {
      const [pair = "", ...attributes] = line.split(";").map((part) => part.trim());
      const [name, value] = splitAt(pair);
      const settings = new Map(attributes.map(splitAt).map(([key, text]) => [key.toLowerCase(), text]));
      if (value === "" || isPast(settings)) this.#kept.delete(name);
      else this.#kept.set(name, { value, path: settings.get("path") || "/" });
    }
  }
}

function isPast(settings: ReadonlyMap<string, string>): boolean {
  if (settings.has("max-age")) return Number(settings.get("max-age")) <= 0;
  return settings.has("expires") && Date.parse(settings.get("expires")!) <= Date.now();
}

function splitAt(text: string): [string, string] {
  const equals = text.indexOf("=");
  return equals < 0 ? [text, ""] : [text.slice(0, equals), text.slice(equals + 1)];
}
