import { composed } from "./characters.js";
import { InvalidName } from "./refusals.js";
import { isLetter, signsOf } from "./signs.js";

declare const brand: unique symbol;

/** A person's name as it is written (云 stays 云), in composed form, without stray white space, with one middle dot. */
export type PersonName = string & { readonly [brand]: "PersonName" };

const longestName = 50;

const letters = String.raw`\p{L}\p{M}\p{Co}\p{Script=Han}\u2FF0-\u2FFF\u31EF`;
/** Romanised names of indigenous people hold ' ^ and : as letters. */
const nameForm = new RegExp(String.raw`^[${letters}'‘’^(（][${letters} .,'‘’‧^:()（）‐‑–－\-]*$`, "u");

const han = String.raw`[\p{Script=Han}\p{Co}\u2FF0-\u2FFF\u31EF]`;
const afterHan = String.raw`(?<=${han}\p{M}*)`;
const dots = String.raw`\s*[‧·・･•∙⋅．。｡˙.]\s*`;

/** White space between characters of Han is padding: two-character names are widened to three (林　佑). */
const padding = new RegExp(String.raw`${afterHan}\s+(?=${han})`, "gu");

/** The signs that people type for the dot inside an indigenous name, where a letter of Han stands beside it. */
const middleDot = new RegExp(
  String.raw`${afterHan}${dots}(?=\p{L}|${han})|(?<=\p{L}\p{M}*)${dots}(?=${han})`,
  "gu",
);
const otherDot = /[·・･•∙⋅]/gu;

/** Longer texts, and letters under piles of marks, are refused before any expression takes its time over them. */
const longestText = 400;
const pileOfMarks = /\p{M}{9}/u;

/** Refuses NAME_INVALID: empty, too long, or with digits and signs that no name holds; BAD_CHARACTER. */
export function parsePersonName(text: string): PersonName {
  if (text.length > longestText || pileOfMarks.test(text)) throw new InvalidName({ longestName });
  const name = nameAsKept(composed(text));
  const signs = signsOf(name);
  if (
    !nameForm.test(name) ||
    !signs.some(isLetter) ||
    signs.length > longestName ||
    name.length > 4 * longestName
  )
    throw new InvalidName({ longestName });
  return name as PersonName;
}

/**
 * The name as others may see it: 林承佑 → 林O佑, 林佑 → 林O, 歐陽小明 → 歐OO明, John Smith → J*** S***.
 * Latin words keep their first letter and lose their length, since a length narrows a short list too well. A name
 * that was put on record under looser rules is masked no worse than a new one.
 */
export function maskName(name: string): string {
  const kept = nameAsKept(name);
  if (/^[\p{Script=Latin}\p{M} .,'‘’^:‐‑–－-]+$/u.test(kept))
    return kept.replace(/[\p{L}\p{M}'‘’^:]+/gu, (word) => `${signsOf(word)[0]}***`);
  const signs = signsOf(kept);
  const places = signs.flatMap((sign, at) => (isLetter(sign) ? [at] : []));
  const shown = new Set(
    places.length > 2 ? [places[0], places.at(-1)] : places.length > 1 ? [places[0]] : [],
  );
  return signs.map((sign, at) => (isLetter(sign) && !shown.has(at) ? "O" : sign)).join("");
}

/** The one form of a name, also of one that went on record before names had one form. */
export function nameAsKept(name: string): string {
  return name
    .normalize("NFC")
    .trim()
    .replace(padding, "")
    .replace(middleDot, "‧")
    .replace(otherDot, "‧")
    .replace(/\s+/gu, " ");
}
