import { type Data, isData } from "../subgraphs/data.js";

/**
 * Merges a subgraph's answer into what is known. Its values replace what was there, except that objects and lists
 * of equal length are merged element by element: their other fields came from other subgraphs.
 *
 * `copies`: objects are taken over as copies. One entity's answer may belong in several places, and what is later
 * merged into one of them must not show in the others.
 *
 * A member `__proto__` is nobody's field: read as one, it would be what all objects inherit, and merging into that would
 * show in every answer of this process. To look for this one name costs nothing; to ask of each key whether it is the
 * object's own, a third of the whole (measured).
 */
export function merge(target: Data, source: Data, copies: boolean): void {
  for (const key in source) {
    const incoming = source[key];
    if (incoming === undefined || key === "__proto__") continue;
    const known = target[key];
    if (isData(incoming)) {
      if (isData(known)) merge(known, incoming, copies);
      else target[key] = copies ? copyOf(incoming) : incoming;
    } else if (Array.isArray(incoming)) {
      if (Array.isArray(known) && known.length === incoming.length) mergeLists(known, incoming, copies);
      else target[key] = copies ? copyOf(incoming) : incoming;
    } else target[key] = incoming;
  }
}

function mergeLists(target: unknown[], source: readonly unknown[], copies: boolean): void {
  for (let index = 0; index < source.length; index++) {
    const [known, incoming] = [target[index], source[index]];
    if (isData(known) && isData(incoming)) merge(known, incoming, copies);
    else if (Array.isArray(known) && Array.isArray(incoming) && known.length === incoming.length)
      mergeLists(known, incoming, copies);
    else target[index] = copies ? copyOf(incoming) : incoming;
  }
}

function copyOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(copyOf);
  if (!isData(value)) return value;
  const copy: Data = {};
  for (const key in value) if (key !== "__proto__") copy[key] = copyOf(value[key]);
  return copy;
}
