import { randomBytes } from "node:crypto";
import { readdirSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { readJsonFile } from "./json-file.js";
import { newKeyPair } from "./keys.js";

interface Ring {
  current: string;
  /** Oldest first; what stands after the current one is the next. */
  keys: Record<string, string>;
  /** By id, when a key wrote last. A key from before that was written down has none. */
  retired?: Record<string, string>;
}

/** A key pair. `retired`: when it signed last. */
type SigningKey = Record<string, string> & { kid: string; retired?: string };

/** The first signs; what follows it and is not retired is the next. */
interface SigningSet {
  keys: SigningKey[];
}

type KeysFile = Record<string, Ring | SigningSet>;

/** A key that writes or signs no more. */
export interface OldKey {
  /** Its ring, as in messages: `field:roster`, `match`, `ssoJwks`. */
  ring: string;
  id: string;
  /** Null: by an earlier version of the command, which did not write that down. */
  retired: Date | null;
}

/** A ring in one file; `name` is the same in every file that holds the same ring. */
interface HeldRing {
  name: string;
  ring: Ring;
}

/** Rings whose values are compared instead of opened: nothing would be found by another key (decision 40). */
const fixed = new Set(["index", "person", "code", "serial"]);
/** What identity signs tokens with. A partner's own pair is the partner's to exchange. */
const signing = new Set(["ssoJwks", "applicantJwks"]);
const ownRings = new Set(["viewer", "field", "cursor"]);

/** The services' files in a folder of keys, each with the rings and key pairs that can be rotated. */
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
   * Gives every ring a next key that reads and does not write yet, and every signing set one that is shown and does not sign
   * yet. What a run that was cut off gave to some of the files is given to the others.
   */
  add(day: string): void {
    const next = this.#next();
    for (const { name, ring } of this.#rings()) {
      const [id, key] = next.get(name) ?? [freeId(ring, day), randomBytes(32).toString("base64")];
      next.set(name, [id, key]);
      if (!Object.hasOwn(ring.keys, id)) ring.keys[id] = key;
    }
    for (const { name, set } of this.#sets()) if (!nextPair(set)) set.keys.push(newPair(name, set, day));
    this.#write();
  }

  /** What stands against letting the next keys write: the rings whose next key some file lacks; all where none has one. */
  withoutNext(): string[] {
    const next = this.#next();
    const lacking = this.#rings().filter(({ name, ring }) => {
      const found = next.get(name);
      return next.size === 0 || (found && !Object.hasOwn(ring.keys, found[0]));
    });
    const unsigned = this.#sets().filter(({ set }) => next.size === 0 && !nextPair(set));
    return [...new Set([...lacking, ...unsigned].map(({ name }) => name))];
  }

  /** Lets every ring write and every set sign with its next key; the earlier ones go on reading and being believed. */
  use(now: Date): void {
    for (const { ring } of this.#rings()) {
      const next = nextOf(ring);
      if (!next) continue;
      ring.retired = { ...ring.retired, [ring.current]: now.toISOString() };
      ring.current = next[0];
    }
    for (const { set } of this.#sets()) {
      const next = nextPair(set);
      const [current] = set.keys;
      if (!next || !current) continue;
      current.retired = now.toISOString();
      set.keys = [next, ...set.keys.filter((key) => key !== next)];
    }
    this.#write();
  }

  /** Every key that writes or signs no more; of a ring that several files hold, once. */
  old(): OldKey[] {
    const ofRings = this.#rings().flatMap(({ name, ring }) => {
      const next = nextOf(ring)?.[0];
      return Object.keys(ring.keys)
        .filter((id) => id !== ring.current && id !== next)
        .map((id) => ({ ring: name, id, retired: dateOf(ring.retired?.[id]) }));
    });
    const ofSets = this.#sets().flatMap(({ name, set }) =>
      set.keys.flatMap(({ kid, retired }) =>
        retired ? [{ ring: name, id: kid, retired: dateOf(retired) }] : [],
      ),
    );
    const all = [...ofRings, ...ofSets];
    return [...new Map(all.map((key) => [`${key.ring} ${key.id}`, key])).values()];
  }

  /** Notes of keys from before that was written down that they wrote last before now. */
  noteRetired(now: Date): void {
    for (const { name, ring } of this.#rings())
      for (const key of this.old())
        if (key.ring === name && key.retired === null)
          ring.retired = { ...ring.retired, [key.id]: now.toISOString() };
    this.#write();
  }

  /** Takes these keys out of every file. What they wrote is unreadable from then on. */
  drop(dropped: readonly Pick<OldKey, "ring" | "id">[]): void {
    const isDropped = (ring: string, id: string) =>
      dropped.some((each) => each.ring === ring && each.id === id);
    for (const { name, ring } of this.#rings())
      for (const id of Object.keys(ring.keys)) {
        if (!isDropped(name, id)) continue;
        delete ring.keys[id];
        delete ring.retired?.[id];
      }
    for (const { name, set } of this.#sets()) set.keys = set.keys.filter(({ kid }) => !isDropped(name, kid));
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

  #sets(): { name: string; set: SigningSet }[] {
    return [...this.#files.values()].flatMap((content) =>
      Object.entries(content).flatMap(([name, entry]) =>
        signing.has(name) && !("current" in entry) ? [{ name, set: entry }] : [],
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

function dateOf(moment: string | undefined): Date | null {
  return moment === undefined ? null : new Date(moment);
}

function nextPair({ keys: [, ...others] }: SigningSet): SigningKey | undefined {
  return others.find(({ retired }) => retired === undefined);
}

function newPair(name: string, { keys }: SigningSet, day: string): SigningKey {
  const stem = `${day}-${name.replace(/Jwks$/, "")}`;
  const taken = new Set(keys.map(({ kid }) => kid));
  let kid = stem;
  for (let count = 2; taken.has(kid); count++) kid = `${stem}-${count}`;
  return { ...newKeyPair(), kid };
}

function freeId({ keys }: Ring, day: string): string {
  for (let count = 1; ; count++) {
    const id = count === 1 ? day : `${day}-${count}`;
    if (!Object.hasOwn(keys, id)) return id;
  }
}
