import { existsSync } from "node:fs";
import { join } from "node:path";
import { readJsonFile } from "./json-file.js";

/** The keys that a subgraph holds beside those that every subgraph has for itself. */
export interface KeyHolder {
  name: string;
  /** Rings of this name, shared with whoever holds them too. */
  rings: readonly string[];
  /** Key pairs that it signs with. */
  signs: readonly string[];
  /** Key pairs of others, of which it has the public half. */
  verifies: readonly string[];
}

/** The subgraphs as their folders say in `keys.json`; where there is none, a subgraph has its own keys only. */
export function keyHolders(root: string, subgraphs: readonly string[]): KeyHolder[] {
  return subgraphs.map((name) => {
    const file = join(root, "subgraphs", name, "keys.json");
    const held = existsSync(file) ? readJsonFile<Partial<KeyHolder>>(file) : {};
    return { name, rings: held.rings ?? [], signs: held.signs ?? [], verifies: held.verifies ?? [] };
  });
}
