import { PasswordIsPersonal, PasswordTooCommon, PasswordTooLong, PasswordTooShort } from "./refusals.js";

export const shortestPassword = 8;
/** Far beyond any sentence; argon2id has no limit of its own, but a request has. */
const longest = 128;
/** So many characters of one's own a password needs beside what others know. */
const fewestOfOnesOwn = 5;

/** What others know of the person. */
export interface KnownOfPerson {
  name: string;
  email: string;
  mobile: string | null;
  nationalId: string | null;
}

/**
 * The rules for a new password (NIST SP 800-63B §3.1.1.2): long enough, not commonly used, nothing known of the
 * person; and nothing said about which kinds of characters it must mix.
 */
export function checkNewPassword(
  password: string,
  known: KnownOfPerson,
  isCommon: (folded: string) => boolean,
): void {
  const characters = [...password.normalize("NFKC")];
  if (characters.length < shortestPassword) throw new PasswordTooShort({ shortest: shortestPassword });
  if (characters.length > longest) throw new PasswordTooLong({ longest });
  const folded = fold(password);
  if (isCommon(folded) || isMonotonous(folded)) throw new PasswordTooCommon();
  if (isPersonal(folded, known)) throw new PasswordIsPersonal();
}

/** One character repeated, or a run such as 12345678 and hgfedcba. */
function isMonotonous(text: string): boolean {
  const codes = [...text].map((character) => character.codePointAt(0)!);
  const steps = new Set(codes.slice(1).map((code, index) => code - codes[index]!));
  return steps.size === 1 && [...steps].every((step) => Math.abs(step) <= 1);
}

/** It holds a whole fact about the person, or little more than parts of some, such as a name and a year. */
function isPersonal(folded: string, known: KnownOfPerson): boolean {
  const facts = wholeFacts(known).map(fold).filter(isTelling);
  if (facts.some((fact) => folded.includes(fact))) return true;
  const parts = [...facts, ...partsOf(known)].sort((one, other) => other.length - one.length);
  const ofOnesOwn = parts.reduce((rest, part) => rest.replaceAll(part, ""), folded);
  return ofOnesOwn !== folded && ofOnesOwn.replace(/[^\p{L}\p{N}]/gu, "").length < fewestOfOnesOwn;
}

function wholeFacts({ name, email, mobile, nationalId }: KnownOfPerson): string[] {
  return [
    name.replace(/\s/g, ""),
    email,
    email.split("@")[0]!,
    // With 0 and with 886 in front alike.
    mobile?.slice(1) ?? "",
    nationalId ?? "",
    nationalId?.slice(-6) ?? "",
  ];
}

/** The words of a name and of an address: `mei-lin.chen@mail.example` has five. */
function partsOf({ name, email }: KnownOfPerson): string[] {
  return fold(`${name} ${email}`)
    .split(/[^\p{L}]+/u)
    .filter((part) => part.length >= 3);
}

/** Two Han characters are a name; three Latin letters are in every other word. */
function isTelling(fact: string): boolean {
  return fact.length >= (/\p{Script=Han}/u.test(fact) ? 2 : 4);
}

function fold(text: string): string {
  return text.normalize("NFKC").toLowerCase();
}
