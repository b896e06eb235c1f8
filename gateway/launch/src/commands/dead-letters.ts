import { translatorOf } from "../sentences.js";
import { terminalLanguage } from "../terminal.js";
import { words } from "./dead-letters-words.js";
import { CommandRefused, runCommand, runningSubgraphs } from "./running-subgraphs.js";

interface DeadLetter {
  source: string;
  key: string;
  type: string;
  error: string;
  since: string;
  events: number;
}

interface DeadJob {
  id: string;
  kind: string;
  error: string;
  since: string;
  tries: number;
}

const translate = translatorOf(words, terminalLanguage(process.env));

/**
 * `npm run dead-letters` lists the events that failed too often, with the key that waits behind each, and the jobs, such as
 * mails; `npm run dead-letters -- retry <subgraph> <key>` has one tried again, once its cause is mended.
 */
async function deadLetters([verb, subgraph, key, ...more]: readonly string[]): Promise<void> {
  if (verb !== undefined) {
    if (verb !== "retry" || !subgraph || !key || more.length > 0)
      throw new CommandRefused(translate("usage"));
    const subgraphs = runningSubgraphs(process.env);
    const { found } = await subgraphs.post<{ found: boolean }>(subgraph, "/internal/retry-parked", { key });
    if (!found) throw new CommandRefused(translate("notFound", { subgraph, key }));
    process.stdout.write(`${translate("triedAgain", { subgraph, key })}\n`);
    return;
  }
  const subgraphs = runningSubgraphs(process.env);
  let count = 0;
  for (const name of subgraphs.names) {
    const { parked, jobs } = await subgraphs.post<{ parked: DeadLetter[]; jobs: DeadJob[] }>(
      name,
      "/internal/parked",
      {},
    );
    count += parked.length + jobs.length;
    for (const { source, key, type, error, since, events } of parked)
      process.stdout.write(`${translate("line", { name, key, type, source, error, since, events })}\n`);
    for (const { id, kind, error, since, tries } of jobs)
      process.stdout.write(`${translate("job", { name, id, kind, error, since, tries })}\n`);
  }
  if (count === 0) process.stdout.write(`${translate("none")}\n`);
}

await runCommand(() => deadLetters(process.argv.slice(2)));
