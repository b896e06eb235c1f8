import { generateKeyPairSync, randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Rings that several services hold together, beside those that every subgraph has for itself. */
const sharedRings: Readonly<Record<string, readonly string[]>> = {
  person: ["identity", "roster", "binding"],
  match: ["roster", "binding"],
  declaration: ["identity", "binding"],
  staff: ["identity", "roster"],
  code: ["identity"],
  cookie: ["identity"],
  serial: ["payments"],
};
const ownRings = ["viewer", "field", "index", "cursor"];

/** Key pairs by their name, and who may sign with them; the wallet's public half goes to identity, whose demo city registers it. */
const signers: Readonly<Record<string, string>> = {
  sso: "identity",
  applicant: "identity",
  wallet: "wallet",
};
const walletVerifier = "identity";

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

/** By “demo-” production tells generated keys from a city's own. */
const firstId = "demo-1";
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

/** Makes what is missing, and writes each service the keys that it holds and no others. */
export function generateKeys(folder: string, subgraphs: readonly string[]): GeneratedKeys {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, generatedFile);
  const generated: Generated = existsSync(file)
    ? (JSON.parse(readFileSync(file, "utf8")) as Generated)
    : { rings: {}, pairs: {}, passwords: {} };
  const fileOf = (service: string) => join(folder, `${service}.json`);
  for (const subgraph of subgraphs) write(fileOf(subgraph), keysOfSubgraph(generated, subgraph));
  write(fileOf("gateway"), keysOfGateway(generated, subgraphs));
  write(fileOf("wallet"), { walletJwks: { keys: [pair(generated, "wallet")] } });
  write(file, generated);
  return {
    fileOf,
    password(name) {
      generated.passwords[name] ??= randomBytes(9).toString("base64url");
      write(file, generated);
      return generated.passwords[name];
    },
  };
}

function keysOfSubgraph(generated: Generated, subgraph: string): KeysFile {
  const keys: KeysFile = {};
  for (const name of ownRings) keys[name] = ring(generated, `${name}:${subgraph}`);
  for (const [name, holders] of Object.entries(sharedRings)) {
    if (holders.includes(subgraph)) keys[name] = ring(generated, name);
  }
  for (const [name, signer] of Object.entries(signers)) {
    if (signer === subgraph) keys[`${name}Jwks`] = { keys: [pair(generated, name)] };
  }
  if (subgraph === walletVerifier) {
    keys.walletPublicJwks = { keys: [publicHalf(pair(generated, "wallet"))] };
  }
  return keys;
}

function keysOfGateway(generated: Generated, subgraphs: readonly string[]): KeysFile {
  return Object.fromEntries(subgraphs.map((name) => [`viewer:${name}`, ring(generated, `viewer:${name}`)]));
}

function ring(generated: Generated, name: string): Ring {
  generated.rings[name] ??= {
    current: firstId,
    keys: { [firstId]: randomBytes(32).toString("base64") },
  };
  return generated.rings[name];
}

function pair(generated: Generated, name: string): PrivateJwk {
  generated.pairs[name] ??= {
    ...(generateKeyPairSync("ec", { namedCurve: "P-256" }).privateKey.export({
      format: "jwk",
    }) as PrivateJwk),
    kid: `${firstId}-${name}`,
    alg: "ES256",
    use: "sig",
  };
  return generated.pairs[name];
}

function publicHalf({ d: _, ...jwk }: PrivateJwk): PrivateJwk {
  return jwk;
}

function write(file: string, content: unknown): void {
  writeFileSync(`${file}.new`, `${JSON.stringify(content, null, 2)}\n`, { mode: 0o600 });
  renameSync(`${file}.new`, file);
}
