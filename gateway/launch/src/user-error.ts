/** What is wrong, and what to do about it, a sentence each. */
export interface Advice {
  what: string;
  remedy: string;
}

/** Something that the person at the keyboard can mend: shown as two sentences, what is wrong and what to do, no stack. */
export class UserError extends Error {
  constructor(
    readonly what: string,
    readonly remedy: string,
    /** The same in Chinese, where there are words for it. */
    readonly zh?: Advice,
  ) {
    super(`${what} ${remedy}`);
  }
}

/** All that is known to be wrong, so that nobody mends one thing per start. */
export class UserErrors extends Error {
  constructor(readonly all: readonly UserError[]) {
    super(all.map(({ message }) => message).join("\n"));
  }
}

/** Throws what there is; the same sentence, said by several services, counts once. */
export function throwAny(errors: readonly UserError[]): void {
  const distinct = new Map(errors.map((trouble) => [trouble.what, trouble]));
  if (distinct.size > 0) throw new UserErrors([...distinct.values()]);
}
