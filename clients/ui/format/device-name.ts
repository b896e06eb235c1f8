/** Browsers by what they say of themselves; each of the first ones also says the names that come after it. */
const browsers: readonly (readonly [RegExp, string])[] = [
  [/\bLine\//i, "LINE"],
  [/\bFBA[NV]\b/, "Facebook"],
  [/\bSamsungBrowser\//, "Samsung Internet"],
  [/\b(?:Edg|EdgA|EdgiOS)\//, "Edge"],
  [/\b(?:OPR|OPiOS)\//, "Opera"],
  [/\b(?:Firefox|FxiOS)\//, "Firefox"],
  [/\b(?:Chrome|CriOS|HeadlessChrome)\//, "Chrome"],
  [/\bVersion\/[\d.]+ .*Safari\//, "Safari"],
];

const systems: readonly (readonly [RegExp, string])[] = [
  [/\biPhone\b/, "iPhone"],
  [/\biPad\b/, "iPad"],
  [/\bAndroid\b/, "Android"],
  [/\bWindows\b/, "Windows"],
  [/\bCrOS\b/, "Chromebook"],
  [/\bMacintosh\b/, "Mac"],
  [/\bLinux\b/, "Linux"],
];

/** What a browser's User-Agent says, as a person knows it; a part that says nothing known is absent. */
export function readDevice(agent: string): { browser: string | undefined; system: string | undefined } {
  const named = (names: typeof browsers) => names.find(([pattern]) => pattern.test(agent))?.[1];
  return { browser: named(browsers), system: named(systems) };
}
