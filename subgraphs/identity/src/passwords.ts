import { type Algorithm, hash, verify } from "@node-rs/argon2";

/** Hashes passwords and compares them: argon2id, with OWASP's parameters for it. */
export interface Passwords {
  hash(password: string): Promise<string>;
  /** With no hash to compare with, works as long as with one and says no: who is unknown cannot be told by the clock. */
  matches(hash: string | null, password: string): Promise<boolean>;
}

// A const enum of another package, which isolated modules may not name.
const argon2id = 2 satisfies Algorithm.Argon2id;
const cost = { algorithm: argon2id, memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export async function createPasswords(): Promise<Passwords> {
  const ofNobody = await hash("nobody's password", cost);
  return {
    hash: (password) => hash(normalized(password), cost),
    async matches(kept, password) {
      const right = await verify(kept ?? ofNobody, normalized(password));
      return kept !== null && right;
    },
  };
}

/** The same letters from two keyboards are the same password. */
function normalized(password: string): string {
  return password.normalize("NFKC");
}
