import { takenPorts } from "../ports.js";
import type { LaunchSettings } from "../settings.js";
import { moveToPort, subgraphEntries } from "../subgraph-entries.js";
import { type Finding, fine, problem } from "./finding.js";

/** The ports that a start would take; those of a graph that runs from here are its own. */
export async function lookAtPorts(
  root: string,
  { host, port }: LaunchSettings,
  running: boolean,
): Promise<Finding[]> {
  if (running) return [fine("Ports", "held by the running graph")];
  const entries = moveToPort(subgraphEntries(root), port);
  const taken = await takenPorts(host, port, entries);
  if (taken.length === 0) return [fine("Ports", `${port} and the subgraphs' are free`)];
  return taken.map(({ what, remedy }) => problem("Ports", what, remedy));
}

/** Years that a machine shows whose clock was never set. */
const firstYear = 2026;

export function lookAtClock(now: Date): Finding {
  const year = now.getUTCFullYear();
  if (year >= firstYear) return fine("Date", now.toISOString());
  return problem(
    "Date",
    `${now.toISOString()} is before this was written`,
    "Set the clock: tokens and due dates depend on it.",
  );
}
