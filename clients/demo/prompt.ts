import { createInterface } from "node:readline";
import { Writable } from "node:stream";

/**
 * A line that somebody types, without showing it when it is secret; from a pipe, its next line. The question goes to
 * standard error: standard output is for the answer of the command alone.
 */
export async function promptFor(question: string, { secret = false } = {}): Promise<string> {
  process.stderr.write(question);
  const silence = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({
    input: process.stdin,
    output: secret ? silence : process.stderr,
    terminal: process.stdin.isTTY,
  });
  try {
    for await (const line of lines) return line.trim();
    return "";
  } finally {
    lines.close();
    if (process.stdin.isTTY && secret) process.stderr.write("\n");
  }
}
