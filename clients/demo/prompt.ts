import { createInterface } from "node:readline";
import { Writable } from "node:stream";

/**
 * A line that somebody types, without showing it when it is secret; from a pipe, its next line. The question goes to
 * standard error: standard output is for the answer of the command alone.
 */
export async function promptFor(question: string, { secret = false } = {}): Promise<string> {
  process.stderr.write(question);
  if (!process.stdin.isTTY) return nextPiped();
  const silence = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({
    input: process.stdin,
    output: secret ? silence : process.stderr,
    terminal: true,
  });
  try {
    for await (const line of lines) return line.trim();
    return "";
  } finally {
    lines.close();
    if (secret) process.stderr.write("\n");
  }
}

/** One reader for all questions: what a pipe brings at once would be lost between two. */
let piped: AsyncIterator<string> | undefined;

async function nextPiped(): Promise<string> {
  piped ??= createInterface({ input: process.stdin })[Symbol.asyncIterator]();
  const { value, done } = await piped.next();
  return done ? "" : String(value).trim();
}
