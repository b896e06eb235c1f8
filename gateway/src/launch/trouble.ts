/** Something that the person at the keyboard can mend: shown as two sentences, what is wrong and what to do, no stack. */
export class Trouble extends Error {
  constructor(
    readonly what: string,
    readonly remedy: string,
  ) {
    super(`${what} ${remedy}`);
  }
}
