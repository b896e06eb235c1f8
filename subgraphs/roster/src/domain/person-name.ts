declare const personName: unique symbol;

/** A person's name as the school writes it; never changed by us beyond its white space. */
export type PersonName = string & { readonly [personName]: true };

/** The name, or null when it is empty, longer than 60 characters, or holds what no name holds. */
export function parsePersonName(text: string): PersonName | null {
  const name = text.trim().replace(/\s+/g, " ");
  return /^[\p{L}\p{M}\p{Co} .'’‧·・･\-–,()（）]{1,60}$/u.test(name) ? (name as PersonName) : null;
}

/**
 * The name as others may see it: 林承佑 → 林O佑, 林佑 → 林O, 歐陽小明 → 歐OO明, John Smith → J*** S***.
 * Latin words keep their first letter and lose their length, since a length narrows a short list too well.
 */
export function maskName(name: PersonName): string {
  if (/^[\p{Script=Latin} .'’\-–,]+$/u.test(name)) return name.replace(/[\p{L}\p{M}'’]+/gu, latinMasked);
  const signs = [...name];
  const hidden = (sign: string) => (/[\p{L}\p{Co}]/u.test(sign) ? "O" : sign);
  if (signs.length <= 2) return signs.length === 1 ? "O" : `${signs[0]}O`;
  return [signs[0], ...signs.slice(1, -1).map(hidden), signs.at(-1)].join("");
}

function latinMasked(word: string): string {
  return `${[...word][0]}***`;
}
