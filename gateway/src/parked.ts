import { askSubgraph, subgraphsHere } from "./operator/ask-subgraph.js";

interface ParkedKey {
  source: string;
  key: string;
  type: string;
  error: string;
  since: string;
  events: number;
}

/**
 * `npm run parked` lists the events that failed too often, with the key that waits behind each;
 * `npm run parked -- retry <subgraph> <key>` has one tried again, once its cause is mended.
 * It asks the running subgraphs as the gateway does, with the gateway's own SUPERGRAPH and KEYS_FILE.
 */
async function parked(words: readonly string[]): Promise<void> {
  const [act, subgraph, key] = words;
  if (act === undefined) return list();
  if (act !== "retry" || !subgraph || !key)
    throw new Error("Usage: npm run parked [-- retry <subgraph> <key>]");
  const { found } = await askSubgraph<{ found: boolean }>(subgraph, "retry-parked", { key });
  if (!found) throw new Error(`${subgraph} has no parked key ${key}. npm run parked lists them.`);
  process.stdout.write(`${subgraph} tries ${key} again. If it fails ten times more, it is listed again.\n`);
}

async function list(): Promise<void> {
  let count = 0;
  for (const subgraph of subgraphsHere().keys()) {
    const { parked } = await askSubgraph<{ parked: ParkedKey[] }>(subgraph, "parked", {});
    count += parked.length;
    for (const { source, key, type, error, since, events } of parked)
      process.stdout.write(
        `${subgraph} ${key}  ${type} from ${source}: ${error}, since ${since}, ${events} waiting\n`,
      );
  }
  if (count === 0) process.stdout.write("Nothing is parked.\n");
}

await parked(process.argv.slice(2)).catch((error: Error) => {
  const isDown = error instanceof TypeError || (error as NodeJS.ErrnoException).code === "ENOENT";
  process.stderr.write(
    isDown ? "The graph does not run here. Start it with npm start.\n" : `${error.message}\n`,
  );
  process.exitCode = 1;
});
