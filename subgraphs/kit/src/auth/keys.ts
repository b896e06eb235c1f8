import { readFileSync } from "node:fs";

/** Symmetric keys of one purpose: the current one writes, all of them read, so that rotation needs no pause. */
export interface KeyRing {
  readonly current: string;
  readonly keys: Readonly<Record<string, Buffer>>;
}

/**
 * A set of JSON Web Keys (RFC 7517). Of one to sign with, the first signs; the others are known to those who verify: the
 * next one, and those that signed before, which say when they were `retired`.
 */
export interface JsonWebKeySet {
  readonly keys: readonly Readonly<Record<string, string>>[];
}

/** One service's own keys, as the launcher or the operator gave them. Asking for a missing one is a set-up error. */
export interface Keys {
  ring(name: string): KeyRing;
  jwks(name: string): JsonWebKeySet;
  holdsRing(name: string): boolean;
  /** What the file holds now, where it has changed since it was last read; undefined where it has not, or is no file. */
  reread(): Keys | undefined;
  /** Takes another reading over, in place: whoever holds a ring or a set goes on with its new keys. */
  take(from: Keys): void;
  /** Called whenever other keys were taken over, for what was made from the earlier ones. */
  onTake(listener: () => void): void;
  holdsJwks(name: string): boolean;
}

/** The key of that id, or undefined when the ring no longer holds it. */
export function keyOf(ring: KeyRing, id: string): Buffer | undefined {
  return Object.hasOwn(ring.keys, id) ? ring.keys[id] : undefined;
}

/** The key that writes. */
export function currentKey(ring: KeyRing): Buffer {
  const key = keyOf(ring, ring.current);
  if (!key) throw new Error(`The key ring's current key ${ring.current} is not in the ring.`);
  return key;
}

type KeysFile = Record<
  string,
  { current: string; keys: Record<string, string> } | { keys: Record<string, string>[] }
>;

/** Keys from the content of a keys file: `{ "<ring>": { current, keys: { id: base64 } }, "<name>Jwks": { keys: [] } }`. */
export function parseKeys(content: KeysFile, reread: Keys["reread"] = () => undefined): Keys {
  const rings = new Map<string, KeyRing>();
  for (const [name, entry] of Object.entries(content)) {
    if (!("current" in entry)) continue;
    const keys = Object.fromEntries(
      Object.entries(entry.keys).map(([id, base64]) => [id, Buffer.from(base64, "base64")]),
    );
    for (const [id, key] of Object.entries(keys))
      if (key.length !== 32) throw new Error(`Key ${name}/${id} must be 32 bytes, it is ${key.length}.`);
    rings.set(name, { current: entry.current, keys });
  }
  const sets = new Map(
    Object.entries(content).flatMap(([name, entry]) =>
      "current" in entry ? [] : [[name, { keys: entry.keys } as JsonWebKeySet] as const],
    ),
  );
  const listeners: (() => void)[] = [];
  return {
    reread,
    take(from) {
      const taken = [...rings].map(([name, ring]) => [ring, from.ring(name)] as const);
      for (const [ring, fresh] of taken) Object.assign(ring, fresh);
      // What a city took out of its file, such as a partner's key from before, is of no use any more.
      for (const [name, set] of sets) if (from.holdsJwks(name)) Object.assign(set, from.jwks(name));
      for (const listener of listeners) listener();
    },
    onTake: (listener) => void listeners.push(listener),
    holdsRing: (name) => rings.has(name),
    holdsJwks: (name) => sets.has(name),
    ring(name) {
      const ring = rings.get(name);
      if (!ring) throw new Error(`The keys file has no ring “${name}”.`);
      return ring;
    },
    jwks(name) {
      const set = sets.get(name);
      if (!set) throw new Error(`The keys file has no key set “${name}”.`);
      return set;
    },
  };
}

/** Where reading goes on although there are no keys, so that all problems of a configuration come together. */
export const noKeys: Keys = parseKeys({});

/** Ids of keys that the launcher generated begin with this. */
const generatedId = "demo-";

/** The keys in a file. Production refuses what was generated for the demo, however it came there. */
export function readKeys(file: string, mode?: "demo" | "production" | "test"): Keys {
  let read = "";
  const fresh = (text: string): Keys => {
    read = text;
    return parseText(file, text, mode, reread);
  };
  const reread = () => {
    const text = textOf(file);
    return text === read ? undefined : fresh(text);
  };
  return fresh(textOf(file));
}

function parseText(file: string, text: string, mode: string | undefined, reread: Keys["reread"]): Keys {
  const content = parseJson(file, text);
  if (mode === "production" && Object.values(content).flatMap(idsIn).some(isGenerated))
    throw new Error(`${file} holds keys that were generated for the demo; production takes the city's own.`);
  return parseKeys(content, reread);
}

function textOf(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new Error(code === "ENOENT" ? `${file} does not exist.` : `${file} cannot be read (${code}).`);
  }
}

function parseJson(file: string, text: string): KeysFile {
  try {
    return JSON.parse(text) as KeysFile;
  } catch (error) {
    throw new Error(`${file} is no JSON: ${(error as Error).message}.`);
  }
}

function idsIn(entry: KeysFile[string]): (string | undefined)[] {
  return "current" in entry ? Object.keys(entry.keys) : entry.keys.map(({ kid }) => kid);
}

function isGenerated(id: string | undefined): boolean {
  return id?.startsWith(generatedId) ?? false;
}
