import { CommandRefused, runCommand, runningSubgraphs } from "./ask-subgraph.js";

interface ParkedKey {
  source: string;
  key: string;
  type: string;
  error: string;
  since: string;
  events: number;
}

const usage =
  "npm run parked lists what is parked; npm run parked -- retry <subgraph> <key> has one tried again.";

/**
 * `npm run parked` lists the events that failed too often, with the key that waits behind each;
 * `npm run parked -- retry <subgraph> <key>` has one tried again, once its cause is mended.
 */
async function parked([act, subgraph, key, ...more]: readonly string[]): Promise<void> {
  const subgraphs = runningSubgraphs(process.env);
  if (act !== undefined) {
    if (act !== "retry" || !subgraph || !key || more.length > 0) throw new CommandRefused(usage);
    const { found } = await subgraphs.ask<{ found: boolean }>(subgraph, "/internal/retry-parked", { key });
    if (!found) throw new CommandRefused(`${subgraph} has no parked key ${key}. npm run parked lists them.`);
    process.stdout.write(`${subgraph} tries ${key} again. If it fails ten times more, it is listed again.\n`);
    return;
  }
  let count = 0;
  for (const name of subgraphs.names) {
    const { parked } = await subgraphs.ask<{ parked: ParkedKey[] }>(name, "/internal/parked", {});
    count += parked.length;
    for (const { source, key, type, error, since, events } of parked)
      process.stdout.write(
        `${name} ${key}  ${type} from ${source}: ${error}, since ${since}, ${events} waiting\n`,
      );
  }
  if (count === 0) process.stdout.write("Nothing is parked.\n");
}

await runCommand(() => parked(process.argv.slice(2)));
