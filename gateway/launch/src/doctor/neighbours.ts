import { takenPorts } from "../ports.js";
import type { LaunchSettings } from "../settings.js";
import { moveToPort, subgraphEntries } from "../subgraph-entries.js";
import { type Finding, fine, ofStart, problem } from "./finding.js";
import { asItIs, sentence } from "./words.js";

/** The ports that a start would take; those of a graph that runs from here are its own. */
export async function lookAtPorts(
  root: string,
  { host, port }: LaunchSettings,
  running: boolean,
): Promise<Finding[]> {
  if (running) return [fine("ports", sentence("portsHeld"))];
  const entries = moveToPort(subgraphEntries(root), port);
  const taken = await takenPorts(host, port, entries);
  if (taken.length === 0) return [fine("ports", sentence("portsFree", { port }))];
  return taken.map((error) => ofStart("trouble", "ports", error));
}

/** Years that a machine shows whose clock was never set. */
const firstYear = 2026;

export function lookAtClock(now: Date): Finding {
  const date = now.toISOString();
  if (now.getUTCFullYear() >= firstYear) return fine("date", asItIs(date));
  return problem("date", sentence("clockUnset", { now: date }), sentence("setClock"));
}
