import { CommandRefused, runCommand, runningSubgraphs } from "./ask-subgraph.js";

interface DeadLetter {
  source: string;
  key: string;
  type: string;
  error: string;
  since: string;
  events: number;
}

const usage =
  "npm run dead-letters lists the events that failed too often; npm run dead-letters -- retry <subgraph> <key> has one tried again.";

/**
 * `npm run dead-letters` lists the events that failed too often, with the key that waits behind each;
 * `npm run dead-letters -- retry <subgraph> <key>` has one tried again, once its cause is mended.
 */
async function deadLetters([verb, subgraph, key, ...more]: readonly string[]): Promise<void> {
  const subgraphs = runningSubgraphs(process.env);
  if (verb !== undefined) {
    if (verb !== "retry" || !subgraph || !key || more.length > 0) throw new CommandRefused(usage);
    const { found } = await subgraphs.ask<{ found: boolean }>(subgraph, "/internal/retry-parked", { key });
    if (!found)
      throw new CommandRefused(
        `${subgraph} has no dead letters under ${key}. npm run dead-letters lists them.`,
      );
    process.stdout.write(`${subgraph} tries ${key} again. If it fails ten times more, it is listed again.\n`);
    return;
  }
  let count = 0;
  for (const name of subgraphs.names) {
    const { parked } = await subgraphs.ask<{ parked: DeadLetter[] }>(name, "/internal/parked", {});
    count += parked.length;
    for (const { source, key, type, error, since, events } of parked)
      process.stdout.write(
        `${name} ${key}  ${type} from ${source}: ${error}, since ${since}, ${events} waiting\n`,
      );
  }
  if (count === 0) process.stdout.write("There are no dead letters.\n");
}

await runCommand(() => deadLetters(process.argv.slice(2)));
