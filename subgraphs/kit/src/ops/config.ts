import { type Keys, noKeys, readKeys } from "../auth/keys.js";
import type { EnvironmentReader } from "./environment.js";
import { type Retention, readRetention } from "./retention.js";

/** `demo`: keys and people are made up. `test`: a database for one test. `production`: refuses both. */
export type Mode = "demo" | "production" | "test";

const modes: readonly Mode[] = ["demo", "production", "test"];

/** What every subgraph needs to run. Only `main.ts` reads it from the environment. */
export interface SubgraphConfig {
  mode: Mode;
  host: string;
  /** 0 picks a free port. */
  port: number;
  databaseUrl: string;
  busUrl: string;
  /** The gateway's address as browsers see it, e.g. https://campus.example; no slash at its end. */
  publicUrl: string;
  keys: Keys;
  logLevel: string;
  /** Play this subgraph's part of the demo city into an empty database. Never in production. */
  demoCity: boolean;
  /** How many days the content of a job that was given up is kept; 14 when absent. */
  deadLettersKeptDays?: number | undefined;
  /** For how many days what is personal is kept; as usual when absent. */
  retention?: Retention | undefined;
  /** Where traces are sent, by OTLP over HTTP; absent: nowhere. */
  tracesUrl?: string | undefined;
}

/** From what ends a service to every step that it takes. */
export const logLevels = ["fatal", "error", "warn", "info", "debug", "trace", "silent"] as const;

/** What every service of the graph reads, the gateway too. */
export const serviceVariables = {
  MODE: "`demo`, or `production`, which refuses generated keys, demo data and the open IDE",
  HOST: "the address to listen on; 127.0.0.1",
  PORT: "where to listen",
  PUBLIC_URL:
    "the address that browsers, tokens and mails use, `https://…` in production, where it must be given; `http://localhost:4000`",
  KEYS_FILE: "this service's own keys",
  BUS_URL: "another PostgreSQL for the bus; by default the one that `DATABASE_URL` names",
  LOG_LEVEL: "`error`, `warn` (what `npm start` sets), `info` or `debug`: how much every service says",
  OTEL_EXPORTER_OTLP_ENDPOINT:
    "where traces go, from the gateway to each SQL statement, such as `http://localhost:4318`; off when unset",
};

/** What every subgraph reads. */
export const subgraphVariables = {
  ...serviceVariables,
  DATABASE_URL: "this subgraph's own connection",
  DEAD_LETTERS_KEPT_DAYS:
    "how many days the content of a job that was given up, such as a mail, is kept for `npm run dead-letters -- retry`; 14",
  RETENTION_DAYS:
    "for how many days what is personal is kept where the city wants otherwise, such as `drafts=30 applications=1825 disclosures=1825`, the usual",
  SEED: "`demo-city` plays the demo into an empty database",
};

/** The keys that a service cannot do without. */
export interface NeededKeys {
  rings: readonly string[];
  jwks?: readonly string[];
}

type ServiceVariable = keyof typeof serviceVariables;
type SubgraphVariable = keyof typeof subgraphVariables;

/** What the gateway and the subgraphs read in the same way. */
export function readServiceConfig(read: EnvironmentReader<ServiceVariable>, needed: NeededKeys) {
  const mode = read.oneOf("MODE", modes) ?? "demo";
  return {
    mode,
    host: read.text("HOST") ?? "127.0.0.1",
    publicUrl: readPublicUrl(read, mode),
    keys: readOwnKeys(read, mode, needed),
    logLevel: read.oneOf("LOG_LEVEL", logLevels) ?? "info",
    tracesUrl: read.url("OTEL_EXPORTER_OTLP_ENDPOINT", ["http:", "https:"], "http://localhost:4318"),
  };
}

export function readSubgraphConfig(
  read: EnvironmentReader<SubgraphVariable>,
  needed: NeededKeys,
): SubgraphConfig {
  const service = readServiceConfig(read, {
    ...needed,
    rings: ["viewer", "field", "index", "cursor", ...needed.rings],
  });
  const databaseUrl =
    readDatabaseUrl(read, "DATABASE_URL") ?? read.required("DATABASE_URL", databaseRemedy, zhDatabaseRemedy);
  if (read.text("PORT") === undefined)
    read.required("PORT", "Give the port that supergraph.yaml names.", "請填寫 supergraph.yaml 所列的埠。");
  return {
    ...service,
    port: read.port("PORT") ?? 0,
    databaseUrl,
    busUrl: readDatabaseUrl(read, "BUS_URL") ?? databaseUrl,
    demoCity: readDemoCity(read, service.mode),
    deadLettersKeptDays: read.number("DEAD_LETTERS_KEPT_DAYS", { least: 1, most: 3_650 }),
    retention: readRetention(read),
  };
}

const databaseRemedy =
  "Give the subgraph's own connection, such as DATABASE_URL=postgresql://role@host/campus";
const zhDatabaseRemedy = "請填寫該子圖自己的連線，例如 DATABASE_URL=postgresql://role@host/campus";

function readDatabaseUrl(
  read: EnvironmentReader<SubgraphVariable>,
  variable: "DATABASE_URL" | "BUS_URL",
): string | undefined {
  return read.url(variable, ["postgresql:", "postgres:"], "postgresql://role:password@host:5432/campus");
}

/** Tokens and mails carry it for years, so production is never given one by default. */
function readPublicUrl(read: EnvironmentReader<ServiceVariable>, mode: Mode): string {
  const url = read.url("PUBLIC_URL", ["http:", "https:"], "https://campus.example");
  const remedy = "Give the address that browsers and mails use, such as PUBLIC_URL=https://campus.example";
  const zhRemedy = "請填寫瀏覽器與信件所用的網址，例如 PUBLIC_URL=https://campus.example";
  if (mode === "production" && read.text("PUBLIC_URL") === undefined)
    read.required("PUBLIC_URL", remedy, zhRemedy);
  if (mode === "production" && url?.startsWith("http:") && !isOnThisMachine(url))
    read.problem("PUBLIC_URL", `PUBLIC_URL is ${url}: passwords would travel in the clear.`, remedy, {
      what: `PUBLIC_URL 是 ${url}：密碼將以明文傳送。`,
      remedy: zhRemedy,
    });
  return url ?? `http://localhost:${read.text("PORT") ?? 4000}`;
}

/** What never leaves the machine needs no TLS: production is tried out like that. */
function isOnThisMachine(url: string): boolean {
  return ["localhost", "127.0.0.1", "[::1]"].includes(new URL(url).hostname);
}

function readOwnKeys(read: EnvironmentReader<ServiceVariable>, mode: Mode, needed: NeededKeys): Keys {
  const file = read.required(
    "KEYS_FILE",
    "npm run keys -- <folder> makes one for each service.",
    "npm run keys -- <資料夾> 會為每個服務各產生一個。",
  );
  if (file === "") return noKeys;
  try {
    const keys = readKeys(file, mode);
    for (const ring of needed.rings) keys.ring(ring);
    for (const set of needed.jwks ?? []) keys.jwks(set);
    return keys;
  } catch (error) {
    read.problem(
      "KEYS_FILE",
      `The keys in ${file} cannot be used: ${(error as Error).message}`,
      "npm run keys -- <folder> makes a set for an empty city; a city with data needs the very keys it was begun with.",
      {
        what: `無法使用 ${file} 的金鑰：${(error as Error).message}`,
        remedy: "尚無資料者以 npm run keys -- <資料夾> 產生；已有資料者必須使用當初的金鑰。",
      },
    );
    return noKeys;
  }
}

function readDemoCity(read: EnvironmentReader<SubgraphVariable>, mode: Mode): boolean {
  const isDemoCity = read.oneOf("SEED", ["demo-city"]) === "demo-city";
  if (isDemoCity && mode === "production")
    read.problem(
      "SEED",
      "SEED=demo-city is refused in production: the demo's people and passwords are public.",
      "Leave SEED out.",
      { what: "正式環境不接受 SEED=demo-city：示範城市的人員與密碼是公開的。", remedy: "請不要設 SEED。" },
    );
  return isDemoCity;
}
