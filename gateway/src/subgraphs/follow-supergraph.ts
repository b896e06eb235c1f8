import { readFileSync, unwatchFile, watchFile } from "node:fs";
import type { Log } from "@campus-graph/kit/ops/log";
import { readSupergraph, type Supergraph } from "./supergraph.js";
import { unreadableSupergraph } from "./supergraph-problem.js";

/** Where the composed supergraph is: a file, read anew when it changes, or its text. */
export type SupergraphSource = { readonly file: string } | { readonly sdl: string };

/** Follows the supergraph: the one it starts with, and every later one that can be used. */
export interface SupergraphFollower {
  /** Undefined where its text was given. */
  file: string | undefined;
  current(): Supergraph;
  /** Awaited before a changed supergraph is served; a rejection keeps the one before. */
  beforeChange(prepare: (next: Supergraph) => Promise<void>): void;
  /** Called right before a changed supergraph is served; a listener that throws keeps the one before. */
  onChange(listener: (supergraph: Supergraph) => void): void;
  stop(): void;
}

/** A file is looked at every second: watching by inode loses a file that is replaced, as composing does. */
export function followSupergraph(source: SupergraphSource, log: Log): SupergraphFollower {
  if ("sdl" in source) {
    const supergraph = readSupergraph(source.sdl);
    return { file: undefined, current: () => supergraph, beforeChange() {}, onChange() {}, stop() {} };
  }
  const { file } = source;
  const prepares: ((next: Supergraph) => Promise<void>)[] = [];
  const listeners: ((supergraph: Supergraph) => void)[] = [];
  let supergraph = readFirst(file);
  let isStopped = false;
  const reload = async () => {
    try {
      const next = readSupergraph(readFileSync(file, "utf8"));
      if (next.sdl === supergraph.sdl) return;
      for (const prepare of prepares) await prepare(next);
      if (isStopped) return;
      for (const listener of listeners) listener(next);
      supergraph = next;
      log.info({ subgraphs: [...next.subgraphs.keys()] }, "the supergraph changed");
    } catch (err) {
      log.error({ err }, "the changed supergraph cannot be used; the one before stays");
    }
  };
  // A file that changes again meanwhile is read once the change before is done with.
  let reloading = Promise.resolve();
  const onFileChange = () => {
    reloading = reloading.then(reload);
  };
  watchFile(file, { interval: 1_000, persistent: false }, onFileChange);
  return {
    file,
    current: () => supergraph,
    beforeChange: (prepare) => void prepares.push(prepare),
    onChange: (listener) => void listeners.push(listener),
    stop() {
      isStopped = true;
      unwatchFile(file, onFileChange);
    },
  };
}

/** A start has no supergraph from before to go on with. */
function readFirst(file: string): Supergraph {
  try {
    return readSupergraph(readFileSync(file, "utf8"));
  } catch (error) {
    throw unreadableSupergraph(error, file);
  }
}
