/** Something that the person at the keyboard can mend: shown as two sentences, what is wrong and what to do, no stack. */
export class Trouble extends Error {
  constructor(
    readonly what: string,
    readonly remedy: string,
  ) {
    super(`${what} ${remedy}`);
  }
}

/** All that is known to be wrong, so that nobody mends one thing per start. */
export class Troubles extends Error {
  constructor(readonly all: readonly Trouble[]) {
    super(all.map(({ message }) => message).join("\n"));
  }
}

/** Throws what there is; the same sentence, said by several services, counts once. */
export function throwAny(troubles: readonly Trouble[]): void {
  const distinct = new Map(troubles.map((trouble) => [trouble.what, trouble]));
  if (distinct.size > 0) throw new Troubles([...distinct.values()]);
}

/** What a person reads of an error: sentences where it is theirs to mend, the stack where it is a fault of ours. */
export function explain(error: unknown): string {
  if (error instanceof Trouble) return `${error.what}\n→ ${error.remedy}`;
  if (error instanceof Troubles) return error.all.map(explain).join("\n\n");
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

/** Runs a command: what goes wrong is told on standard error, and the exit code is 1. */
export async function runCommand(command: () => Promise<void> | void): Promise<void> {
  try {
    await command();
  } catch (error) {
    process.stderr.write(`${explain(error)}\n`);
    process.exitCode = 1;
  }
}
