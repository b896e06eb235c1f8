import { composed } from "./characters.js";
import { InvalidName, MaskedName } from "./refusals.js";
import { isLetter, isWhole, signsOf } from "./signs.js";

declare const brand: unique symbol;

/**
 * A person's name as it is written (云 stays 云), in composed form, without stray white space, with one middle dot, one
 * apostrophe and one hyphen.
 */
export type PersonName = string & { readonly [brand]: "PersonName" };

/** Names in Latin letters are longer: those of indigenous people have up to six parts. */
const longestOf = (name: string) => (/\p{Script=Latin}/u.test(name) ? 100 : 50);

const letter = String.raw`\p{L}\p{Co}\p{Script=Han}\u2FF0-\u2FFF\u31EF`;
/** Romanised names of indigenous people hold ’ ^ and : as letters. */
const nameForm = new RegExp(String.raw`^[${letter}’^(][${letter}\p{M} .,’‧^:()-]*$`, "u");

const han = String.raw`[\p{Script=Han}\p{Co}\u2FF0-\u2FFF\u31EF]`;
const afterHan = String.raw`(?<=${han}\p{M}*)`;
const afterLetter = String.raw`(?<=[\p{L}\p{Co}]\p{M}*)`;

/** What is no name although its characters are those of one: a mark that marks nothing, a list with a comma. */
const misplaced = new RegExp(String.raw`(?:^|[^${letter}\p{M}’^])\p{M}|${afterHan}\s*,|,\s*(?=${han})`, "u");

/** A name that somebody has masked already, as lists on notice boards are: 林O佑, 林○○, Ｏ承佑. */
const maskedForm = new RegExp(`${afterHan}[OX○◯●*＊×]+(?=${han}|$)|^[OX○◯●*＊×]+(?=${han})`, "iu");

/** White space between characters of Han is padding: two-character names are widened to three (林　佑). */
const padding = new RegExp(String.raw`${afterHan}\s+(?=${han})`, "gu");

/** The signs that people type for the dot inside an indigenous name; a full stop only where a letter of Han is beside it. */
const otherDots = "·・･•∙⋅．。｡˙․᛫⸳ꞏ⦁";
const middleDot = new RegExp(
  String.raw`${afterLetter}\s*[‧${otherDots}]\s*(?=\p{L}|${han})|${afterHan}\s*\.\s*(?=\p{L}|${han})|${afterLetter}\s*\.\s*(?=${han})`,
  "gu",
);
const strayDot = /[‧·・･•∙⋅⸳ꞏ⦁]+/gu;

const apostrophes = /['‘‛ʼʻʽˈ′´`＇]/gu;
const cjk = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}\p{Co}\u2FF0-\u2FFF\u31EF\p{Script=Yi}\u3006\u30FC\uFF70`;
/** By which a spreadsheet takes what follows for text. */
const textSign = new RegExp(`^’+(?=[${cjk}])`, "v");
const dashes = /[\u2010-\u2013\u2212\uFE63\uFF0D]/gu;
/** Input methods give full-width letters and brackets, PDF files radicals (⼀) that look like the character. */
const doubles = /[Ａ-Ｚａ-ｚ（）＾：\u2E80-\u2FDF]/gu;

/** Longer texts, and letters under piles of marks, are refused before any expression takes its time over them. */
const longestText = 400;
const pileOfMarks = /\p{M}{9}/u;

/** Refuses NAME_INVALID: empty, too long, or with digits and signs that no name holds; NAME_MASKED; BAD_CHARACTER. */
export function parsePersonName(text: string): PersonName {
  if (text.length > longestText || pileOfMarks.test(text))
    throw new InvalidName({ longestName: longestOf("") });
  const name = nameAsKept(composed(text));
  if (maskedForm.test(name)) throw new MaskedName();
  const longestName = longestOf(name);
  const signs = signsOf(name);
  if (
    !nameForm.test(name) ||
    misplaced.test(name) ||
    !signs.some(isLetter) ||
    !signs.every(isWhole) ||
    signs.length > longestName ||
    name.length > 4 * longestName
  )
    throw new InvalidName({ longestName });
  return name as PersonName;
}

const hasCjk = new RegExp(`[${cjk}]`, "v");
const alphabeticWord = new RegExp(String.raw`[’^:]*[\p{L}--[${cjk}]][[\p{L}\p{M}’^:]--[${cjk}]]*`, "gv");

/**
 * The name as others may see it: 林承佑 → 林O佑, 林佑 → 林O, 歐陽小明 → 歐OO明, John Smith → J*** S***, 王明 Wang → 王O ***.
 * Words of letters lose their length, since a length narrows a short list too well, and keep their first one unless the
 * name is told by its characters. A name that was put on record under looser rules is masked no worse than a new one.
 */
export function maskName(name: string): string {
  const kept = nameAsKept(name);
  if (!hasCjk.test(kept)) return kept.replace(alphabeticWord, (word) => `${signsOf(word)[0]}***`);
  const signs = signsOf(kept.replace(alphabeticWord, "***"));
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
    .replace(doubles, (sign) => sign.normalize("NFKC"))
    .normalize("NFC")
    .replace(apostrophes, "’")
    .replace(dashes, "-")
    .trim()
    .replace(padding, "")
    .replace(middleDot, "‧")
    .replace(strayDot, "‧")
    .replace(/\s+/gu, " ")
    .replace(/^[‧ ]+|[‧ ]+$/gu, "")
    .replace(textSign, "");
}
