import { randomBytes } from "node:crypto";
import { readdirSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { readJsonFile } from "./json-file.js";

interface Ring {
  current: string;
  /** Oldest first; what stands after the current one is the next. */
  keys: Record<string, string>;
}
type KeysFile = Record<string, Ring | { keys: unknown[] }>;

/** A ring in one file; `name` is the same in every file that holds the same ring. */
interface HeldRing {
  name: string;
  ring: Ring;
}

/** Rings whose values are compared instead of opened: nothing would be found by another key (decision 40). */
const fixed = new Set(["index", "person", "code", "serial", "cookie"]);
const ownRings = new Set(["viewer", "field", "cursor"]);

/** The services' files in a folder of keys, each with the rings that can be rotated. */
export class RotatingKeys {
  readonly #folder: string;
  readonly #files: ReadonlyMap<string, KeysFile>;

  constructor(folder: string) {
    this.#folder = folder;
    const names = readdirSync(folder).filter((name) => name.endsWith(".json"));
    this.#files = new Map(names.map((name) => [name, readJsonFile<KeysFile>(join(folder, name))]));
  }

  get isEmpty(): boolean {
    return this.#files.size === 0;
  }

  /**
   * Gives every ring a next key that reads and does not write yet. What a run that was cut off gave to some of the files
   * is given to the others.
   */
  add(day: string): void {
    const next = this.#next();
    for (const { name, ring } of this.#rings()) {
      const [id, key] = next.get(name) ?? [freeId(ring, day), randomBytes(32).toString("base64")];
      next.set(name, [id, key]);
      if (!Object.hasOwn(ring.keys, id)) ring.keys[id] = key;
    }
    this.#write();
  }

  /** What stands against letting the next keys write: the rings whose next key some file lacks; all where none has one. */
  withoutNext(): string[] {
    const next = this.#next();
    const lacking = this.#rings().filter(({ name, ring }) => {
      const found = next.get(name);
      return next.size === 0 || (found && !Object.hasOwn(ring.keys, found[0]));
    });
    return [...new Set(lacking.map(({ name }) => name))];
  }

  /** Lets every ring write with its next key; the earlier ones go on reading. */
  use(): void {
    for (const { ring } of this.#rings()) ring.current = nextOf(ring)?.[0] ?? ring.current;
    this.#write();
  }

  /** By ring, the next key that any file holds. */
  #next(): Map<string, [id: string, key: string]> {
    return new Map(
      this.#rings().flatMap(({ name, ring }) => {
        const found = nextOf(ring);
        return found ? [[name, found] as const] : [];
      }),
    );
  }

  #rings(): HeldRing[] {
    return [...this.#files].flatMap(([file, content]) =>
      Object.entries(content).flatMap(([name, entry]) =>
        "current" in entry && !fixed.has(name) ? [{ name: nameOf(file, name), ring: entry }] : [],
      ),
    );
  }

  /** Each file is replaced whole, so a service never reads half of one. */
  #write(): void {
    for (const [name, content] of this.#files) {
      const file = join(this.#folder, name);
      writeFileSync(`${file}.new`, `${JSON.stringify(content, null, 2)}\n`, { mode: 0o600 });
      renameSync(`${file}.new`, file);
    }
  }
}

/** The gateway's `viewer:roster` is roster's own `viewer`; a ring that several subgraphs share has one name everywhere. */
function nameOf(file: string, ring: string): string {
  return ownRings.has(ring) ? `${ring}:${file.replace(/\.json$/, "")}` : ring;
}

function nextOf({ current, keys }: Ring): [id: string, key: string] | undefined {
  const last = Object.entries(keys).at(-1);
  return last && last[0] !== current ? last : undefined;
}

function freeId({ keys }: Ring, day: string): string {
  for (let count = 1; ; count++) {
    const id = count === 1 ? day : `${day}-${count}`;
    if (!Object.hasOwn(keys, id)) return id;
  }
}
