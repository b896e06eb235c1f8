import { PasswordIsPersonal, PasswordTooCommon, PasswordTooLong, PasswordTooShort } from "./refusals.js";

const shortest = 8;
/** Far beyond any sentence; argon2id has no limit of its own, but a request has. */
const longest = 128;

/** What others know of the person, e.g. login and national ID. */
export type KnownOfPerson = readonly (string | null)[];

/**
 * The rules for a new password (NIST SP 800-63B §3.1.1.2): long enough, not commonly used, nothing known of the
 * person; and nothing said about which kinds of characters it must mix.
 */
export function checkNewPassword(password: string, known: KnownOfPerson): void {
  const characters = [...password.normalize("NFKC")];
  if (characters.length < shortest) throw new PasswordTooShort({ shortest });
  if (characters.length > longest) throw new PasswordTooLong({ longest });
  const folded = characters.join("").toLowerCase();
  if (common.has(folded) || isMonotonous(folded)) throw new PasswordTooCommon();
  for (const fact of known)
    if (fact && fact.length >= 4 && folded.includes(fact.toLowerCase())) throw new PasswordIsPersonal();
}

/** One character repeated, or a run such as 12345678 and hgfedcba. */
function isMonotonous(text: string): boolean {
  const codes = [...text].map((character) => character.codePointAt(0)!);
  const steps = new Set(codes.slice(1).map((code, index) => code - codes[index]!));
  return steps.size === 1 && [...steps].every((step) => Math.abs(step) <= 1);
}

/** The eight characters and more among the passwords that lists of leaks name first. */
const common = new Set(
  `password password1 password12 password123 passw0rd p@ssw0rd p@ssword 1234567890 0987654321 11223344 12341234
   12344321 123123123 112233445566 147258369 987654321 qwertyui qwertyuiop qwerty123 qwerty1234 1q2w3e4r 1q2w3e4r5t
   1qaz2wsx zaq12wsx asdfghjkl asdf1234 zxcvbnm1 iloveyou iloveyou1 sunshine princess football baseball superman
   trustno1 whatever starwars computer internet letmein1 welcome1 welcome123 admin123 administrator changeme
   a1234567 a12345678 a123456789 abcd1234 abc12345 abc123456 aa123456 aa12345678 88888888 66666666 5201314520
   woaini1314 ji32k7au4a83 taiwan123 taipei101 taipei123`.split(/\s+/),
);
