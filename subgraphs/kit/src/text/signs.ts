const graphemes = new Intl.Segmenter("und", { granularity: "grapheme" });

/**
 * What a reader takes for one character each: a letter with its marks and variation selectors, or an ideographic
 * description sequence, which stands for a character that no font has (⿰方方 for 㫄).
 */
export function signsOf(text: string): string[] {
  const rest = [...graphemes.segment(text)].map(({ segment }) => segment).reverse();
  const signs: string[] = [];
  while (rest.length > 0) signs.push(takeSign(rest));
  return signs;
}

/** Whether the sign says something of a name, unlike white space, dots and brackets. */
export function isLetter(sign: string): boolean {
  return /^[\p{L}\p{Co}\p{Script=Han}\u2FF0-\u2FFF\u31EF]/u.test(sign);
}

/** Whether nothing is missing of it, as of ⿰方, which describes a character by two parts and has one. */
export function isWhole(sign: string): boolean {
  let missing = 1;
  for (const { segment } of graphemes.segment(sign)) missing += describedBy(segment) - 1;
  return missing === 0;
}

/** No character is described in more steps than these; deeper down each sign stands for itself. */
const deepestDescription = 8;

/** Takes the last sign of what is left, together with what it describes. */
function takeSign(rest: string[], depth = 0): string {
  const sign = rest.pop() ?? "";
  const parts = depth < deepestDescription ? describedBy(sign) : 0;
  return Array.from({ length: parts }).reduce<string>((whole) => whole + takeSign(rest, depth + 1), sign);
}

/** How many parts an ideographic description character puts together: Unicode, chapter 18.2. */
function describedBy(sign: string): number {
  if (/^[\u2FF2\u2FF3]/u.test(sign)) return 3;
  if (/^[\u2FFE\u2FFF]/u.test(sign)) return 1;
  return /^[\u2FF0-\u2FFD\u31EF]/u.test(sign) ? 2 : 0;
}
