import { systemRefusal } from "./system-errors.js";
import { terminalLanguage } from "./terminal.js";
import { UserError, UserErrors } from "./user-error.js";

/** What a person reads of an error: sentences where it is theirs to mend, the stack where it is a fault of ours. */
export function explain(error: unknown): string {
  if (error instanceof UserErrors) return error.all.map(explain).join("\n\n");
  const refusal = error instanceof UserError ? error : systemRefusal(error);
  if (refusal) {
    const { what, remedy } = refusal.advice[terminalLanguage(process.env)];
    return `${what}\n→ ${remedy}`;
  }
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

/** Runs a command: what goes wrong is printed on standard error, and the exit code is 1. */
export async function runCommand(command: () => Promise<void> | void): Promise<void> {
  try {
    await command();
  } catch (error) {
    process.stderr.write(`${explain(error)}\n`);
    process.exitCode = 1;
  }
}
