import { runningSubgraphs, type Subgraphs } from "./commands/running-subgraphs.js";
import type { OldKey, RotatingKeys } from "./data/rotate-keys.js";
import { isFieldKey, usefulUntil } from "./data/useful-keys.js";
import { words } from "./keys-words.js";
import { environmentOfRunningGraph } from "./running-graph.js";
import { userErrorsOf } from "./user-error.js";

const userError = userErrorsOf(words);

interface OldFieldKeys {
  columns: { name: string; values: Record<string, number> }[];
}

interface Dropping {
  folder: string;
  now: Date;
  print(sentence: "keptUntil", details: Record<string, string>): void;
  /** The running graph; found by the last start when absent. */
  subgraphs?: Subgraphs;
}

/**
 * Drops every earlier key whose time is over. A key of `field` goes once no row of its subgraph needs it: while one does,
 * nothing at all is dropped. Answers the names of those that went.
 */
export async function dropKeys(
  keys: RotatingKeys,
  { folder, now, print, subgraphs }: Dropping,
): Promise<string[]> {
  keys.noteRetired(now);
  const old = keys.old();
  const fieldKeys = old.filter(isFieldKey);
  const graph =
    fieldKeys.length > 0 ? (subgraphs ?? runningSubgraphs(environmentOfRunningGraph())) : undefined;
  const left = graph ? await rowsLeft(graph, fieldKeys) : [];
  if (left.length > 0) throw userError("rowsLeft", { left: left.join(", "), folder });
  const timed = old.filter((key) => !isFieldKey(key));
  const isOver = (key: OldKey) => {
    const until = usefulUntil(key);
    return until !== null && until <= now;
  };
  for (const key of timed.filter((key) => !isOver(key)))
    print("keptUntil", { key: nameOf(key), until: usefulUntil(key)?.toISOString().slice(0, 10) ?? "?" });
  const forgotten = graph ? await forget(graph, fieldKeys) : [];
  const dropped = [...forgotten, ...timed.filter(isOver)];
  keys.drop(dropped);
  return dropped.map(nameOf);
}

function nameOf({ ring, id }: OldKey): string {
  return `${ring} ${id}`;
}

function subgraphOf({ ring }: OldKey): string {
  return ring.slice("field:".length);
}

/** What the subgraphs have still to seal anew, a word for each column. */
async function rowsLeft(graph: Subgraphs, fieldKeys: readonly OldKey[]): Promise<string[]> {
  const left: string[] = [];
  for (const name of new Set(fieldKeys.map(subgraphOf))) {
    const { columns } = await graph.post<OldFieldKeys>(name, "/internal/old-field-keys", {});
    for (const column of columns)
      for (const [id, count] of Object.entries(column.values))
        left.push(`${name}.${column.name}: ${count} (${id})`);
    // What was done once and is not any more is gone through again.
    if (columns.length > 0) await graph.post(name, "/internal/forget-field-keys", { keyIds: [] });
  }
  return left;
}

/** The subgraphs look once more: what was written meanwhile by a key keeps it. */
async function forget(graph: Subgraphs, fieldKeys: readonly OldKey[]): Promise<OldKey[]> {
  const gone: OldKey[] = [];
  for (const name of new Set(fieldKeys.map(subgraphOf))) {
    const its = fieldKeys.filter((key) => subgraphOf(key) === name);
    const content = { keyIds: its.map(({ id }) => id) };
    const { forgotten } = await graph.post<{ forgotten: string[] }>(
      name,
      "/internal/forget-field-keys",
      content,
    );
    gone.push(...its.filter(({ id }) => forgotten.includes(id)));
  }
  return gone;
}
