import { translatorOf } from "../sentences.js";
import { terminalLanguage } from "../terminal.js";
import { words } from "./bounce-words.js";
import { CommandRefused, runCommand, runningSubgraphs } from "./running-subgraphs.js";

const translate = translatorOf(words, terminalLanguage(process.env));

/** As long as a report can be that is read; what mail servers return of a mail of ours is a tenth of it. */
const mostKb = 512;

type Outcome = "MARKED" | "PASSING" | "NOT_OURS" | "NO_REPORT";

/** `npm run bounce`: a mail that came back, from standard input. Every outcome is a success: nobody is to get it back again. */
async function bounce(typed: readonly string[]): Promise<void> {
  if (typed.length > 0 || process.stdin.isTTY) throw new CommandRefused(translate("usage"));
  const subgraphs = runningSubgraphs(process.env);
  const mail = await readMail();
  const { outcome } = await subgraphs.post<{ outcome: Outcome }>("identity", "/internal/take-bounce", {
    mail,
  });
  process.stdout.write(`${translate(outcome)}\n`);
}

async function readMail(): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of process.stdin as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > mostKb * 1024) throw new CommandRefused(translate("tooLarge", { most: mostKb }));
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

await runCommand(() => bounce(process.argv.slice(2)));
