import { terminalLanguage } from "./terminal.js";
import { type Advice, UserError, UserErrors } from "./user-error.js";

/** What is wrong and what to do, in the terminal's language where there are words for it. */
function adviceOf(error: UserError): Advice {
  return terminalLanguage(process.env) === "zh-TW" ? (error.zh ?? error) : error;
}

/** What a person reads of an error: sentences where it is theirs to mend, the stack where it is a fault of ours. */
export function explain(error: unknown): string {
  if (error instanceof UserError) {
    const { what, remedy } = adviceOf(error);
    return `${what}\n→ ${remedy}`;
  }
  if (error instanceof UserErrors) return error.all.map(explain).join("\n\n");
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
