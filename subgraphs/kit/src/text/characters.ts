import { UnreadableCharacter } from "./refusals.js";

/** Control and invisible characters, halves of a pair, and U+FFFD, which stands where a text was damaged. */
const unreadable =
  /[[\p{Cc}\p{Cf}\p{Cs}\p{Noncharacter_Code_Point}\p{Default_Ignorable_Code_Point}\uFFFD]--[\t\n\r]]/v;
const unreadableInNames =
  /[[\p{Cc}\p{Cf}\p{Cs}\p{Noncharacter_Code_Point}\p{Default_Ignorable_Code_Point}\uFFFD]--[\t\n\r\uFE00-\uFE0F\u{E0100}-\u{E01EF}]]/v;

/** No number, date, address or class that people type is longer; each parser refuses what is, before it reads it. */
export const longestInput = 400;

/**
 * Text that must read the same however it was typed: input methods give full-width letters, digits and signs, and
 * files bring white space around it. Refuses (BAD_CHARACTER) what nobody can see.
 */
export function halfWidth(text: string): string {
  refuse(unreadable, text);
  return text.normalize("NFKC").trim();
}

/** A name keeps its characters as written, each in its composed form; a variation selector belongs to the one before it. */
export function composed(text: string): string {
  refuse(unreadableInNames, text);
  return text.normalize("NFC").trim();
}

/** Takes the dashes of all kinds for the one on the keyboard. */
export function plainDashes(text: string): string {
  return text.replace(/[\u2010-\u2015\u2212]/g, "-");
}

function refuse(form: RegExp, text: string): void {
  const [sign] = form.exec(text) ?? [];
  if (sign !== undefined) throw new UnreadableCharacter({ character: codePointOf(sign) });
}

/** As the Unicode standard writes it: U+200B. */
function codePointOf(sign: string): string {
  return `U+${sign.codePointAt(0)!.toString(16).toUpperCase().padStart(4, "0")}`;
}
