/** The letters' values in the check sum, from A on. */
const letters = [
  10, 11, 12, 13, 14, 15, 16, 17, 34, 18, 19, 20, 21, 22, 35, 23, 24, 25, 26, 27, 28, 29, 32, 30, 31, 33,
];
const weights = [1, 9, 8, 7, 6, 5, 4, 3, 2, 1, 1];

/** What a keyboard of Chinese may give: full-width letters, small ones, spaces. */
export function readNationalId(typed: string): string {
  return typed.normalize("NFKC").replace(/\s/g, "").toUpperCase();
}

/** A national ID or a resident certificate's number whose check digit is right: a typing error shows before anybody is asked. */
export function isNationalId(typed: string): boolean {
  const id = readNationalId(typed);
  if (!/^[A-Z][1289A-D]\d{8}$/.test(id)) return false;
  const first = letters[id.charCodeAt(0) - 65]!;
  // The older certificates have a letter in second place, of which the last digit counts.
  const second = /\d/.test(id[1]!) ? Number(id[1]) : letters[id.charCodeAt(1) - 65]! % 10;
  const digits = [Math.floor(first / 10), first % 10, second, ...Array.from(id.slice(2), Number)];
  return digits.reduce((sum, digit, at) => sum + digit * weights[at]!, 0) % 10 === 0;
}
