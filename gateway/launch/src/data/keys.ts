import { generateKeyPairSync, randomBytes } from "node:crypto";
import { existsSync, mkdirSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { readJsonFile } from "./json-file.js";
import type { KeyHolder } from "./key-holders.js";

/** What every subgraph has for itself. */
const ownRings = ["viewer", "field", "index", "cursor"];
/** The demo's partner: no subgraph, but a holder of a key pair, whose public half identity's demo city registers. */
const wallet = "wallet";

interface Ring {
  current: string;
  keys: Record<string, string>;
}
type PrivateJwk = Record<string, string>;
type KeysFile = Record<string, Ring | { keys: PrivateJwk[] }>;

/** Everything generated so far; kept whole, so that a subgraph added later shares the old rings. */
interface Generated {
  rings: Record<string, Ring>;
  pairs: Record<string, PrivateJwk>;
  passwords: Record<string, string>;
}

/** By “demo-” production tells the keys that a start of the demo generated from a city's own. */
const demoId = "demo-1";
const generatedFile = "generated.json";

export interface GeneratedKeys {
  /** The keys file of a service ("gateway", a subgraph, "wallet"). */
  fileOf(service: string): string;
  /** A password that stays the same from start to start. */
  password(name: string): string;
}

/** Were keys ever generated in this folder? Data without its keys cannot be read any more. */
export function hasKeys(folder: string): boolean {
  return existsSync(join(folder, generatedFile));
}

/** Makes what the demo lacks, and writes each service the keys that it holds and no others. */
export function generateKeys(folder: string, subgraphs: readonly KeyHolder[]): GeneratedKeys {
  const generated = readGenerated(folder);
  writeKeys(folder, generated, subgraphs, demoId);
  write(join(folder, generatedFile), generated);
  return keysIn(folder, generated);
}

/** No keys at all, only the passwords of the databases that lie beside. */
export function keepPasswords(folder: string): GeneratedKeys {
  return keysIn(folder, readGenerated(folder));
}

/**
 * A city's own keys into an empty folder, a file for each service; the names of the files. `id` names each ring's
 * first key; a later one gets another.
 */
export function makeCityKeys(folder: string, subgraphs: readonly KeyHolder[], id: string): string[] {
  const made: Generated = { rings: {}, pairs: {}, passwords: {} };
  return writeKeys(folder, made, subgraphs, id);
}

/**
 * Key pairs into a city's files that are from before a subgraph signed with them; what is there stays. Answers which were
 * made, such as `identity.json: pushJwks`.
 */
export function addMissingPairs(folder: string, subgraphs: readonly KeyHolder[], id: string): string[] {
  const making: Making = { generated: { rings: {}, pairs: {}, passwords: {} }, id, holdsWallet: false };
  return subgraphs.flatMap(({ name, signs }) => {
    const file = join(folder, `${name}.json`);
    const keys = readJsonFile<KeysFile>(file);
    const missing = signs.filter((each) => !Object.hasOwn(keys, `${each}Jwks`));
    for (const each of missing) keys[`${each}Jwks`] = { keys: [pair(making, each)] };
    if (missing.length > 0) write(file, keys);
    return missing.map((each) => `${name}.json: ${each}Jwks`);
  });
}

function readGenerated(folder: string): Generated {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, generatedFile);
  return existsSync(file) ? readJsonFile<Generated>(file) : { rings: {}, pairs: {}, passwords: {} };
}

function writeKeys(
  folder: string,
  generated: Generated,
  subgraphs: readonly KeyHolder[],
  id: string,
): string[] {
  const making = { generated, id, holdsWallet: id === demoId };
  const files: Record<string, KeysFile> = {
    ...Object.fromEntries(subgraphs.map((holder) => [holder.name, keysOfSubgraph(making, holder)])),
    gateway: keysOfGateway(making, subgraphs),
    ...(making.holdsWallet ? { [wallet]: { [`${wallet}Jwks`]: { keys: [pair(making, wallet)] } } } : {}),
  };
  for (const [name, content] of Object.entries(files)) write(join(folder, `${name}.json`), content);
  return Object.keys(files).map((name) => `${name}.json`);
}

function keysIn(folder: string, generated: Generated): GeneratedKeys {
  return {
    fileOf: (service) => join(folder, `${service}.json`),
    password(name) {
      generated.passwords[name] ??= randomBytes(9).toString("base64url");
      write(join(folder, generatedFile), generated);
      return generated.passwords[name];
    },
  };
}

interface Making {
  generated: Generated;
  /** The demo alone has a partner of its own making. */
  holdsWallet: boolean;
  /** Of a key that is made now. */
  id: string;
}

function keysOfSubgraph(making: Making, { name: subgraph, rings, signs, verifies }: KeyHolder): KeysFile {
  const keys: KeysFile = {};
  for (const name of ownRings) keys[name] = ring(making, `${name}:${subgraph}`);
  for (const name of rings) keys[name] = ring(making, name);
  for (const name of signs) keys[`${name}Jwks`] = { keys: [pair(making, name)] };
  for (const name of verifies)
    if (name !== wallet || making.holdsWallet)
      keys[`${name}PublicJwks`] = { keys: [publicHalf(pair(making, name))] };
  return keys;
}

function keysOfGateway(making: Making, subgraphs: readonly KeyHolder[]): KeysFile {
  return Object.fromEntries(subgraphs.map(({ name }) => [`viewer:${name}`, ring(making, `viewer:${name}`)]));
}

function ring({ generated, id }: Making, name: string): Ring {
  generated.rings[name] ??= {
    current: id,
    keys: { [id]: randomBytes(32).toString("base64") },
  };
  return generated.rings[name];
}

function pair({ generated, id }: Making, name: string): PrivateJwk {
  generated.pairs[name] ??= { ...newKeyPair(), kid: `${id}-${name}` };
  return generated.pairs[name];
}

/** A key pair for ES256, without a name. */
export function newKeyPair(): PrivateJwk {
  const { privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  return { ...(privateKey.export({ format: "jwk" }) as PrivateJwk), alg: "ES256", use: "sig" };
}

function publicHalf({ d: _, ...jwk }: PrivateJwk): PrivateJwk {
  return jwk;
}

function write(file: string, content: unknown): void {
  writeFileSync(`${file}.new`, `${JSON.stringify(content, null, 2)}\n`, { mode: 0o600 });
  renameSync(`${file}.new`, file);
}
