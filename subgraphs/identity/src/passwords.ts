import { type Algorithm, hash, verify } from "@node-rs/argon2";
import { readCommonPasswords } from "./common-passwords.js";

/** Hashes passwords and compares them: argon2id, with OWASP's parameters for it. */
export interface Passwords {
  hash(password: string): Promise<string>;
  /** With no hash to compare with, works as long as with one and says no: who is unknown cannot be told by the clock. */
  matches(hash: string | null, password: string): Promise<boolean>;
  /** Whether it is among the first that anyone would guess; asked in small letters. */
  isCommon(password: string): boolean;
}

// A const enum of another package, which isolated modules may not name.
const argon2id = 2 satisfies Algorithm.Argon2id;
const cost = { algorithm: argon2id, memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export async function createPasswords(): Promise<Passwords> {
  const ofNobody = await hash("nobody's password", cost);
  const common = readCommonPasswords();
  return {
    hash: (password) => hash(normalized(password), cost),
    async matches(kept, password) {
      const right = await verify(kept ?? ofNobody, normalized(password));
      return kept !== null && right;
    },
    isCommon: (password) => common.has(password),
  };
}

/** The same letters from two keyboards are the same password. */
function normalized(password: string): string {
  return password.normalize("NFKC");
}
