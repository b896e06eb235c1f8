import { type Keys, readKeys } from "./keys.js";

/** `demo`: keys and people are made up. `test`: a database for one test. `production`: refuses both. */
export type Mode = "demo" | "production" | "test";

/** What every subgraph needs to run. Only `main.ts` reads it from the environment. */
export interface SubgraphConfig {
  mode: Mode;
  host: string;
  /** 0 picks a free port. */
  port: number;
  databaseUrl: string;
  busUrl: string;
  /** The door's address as browsers see it, e.g. https://campus.example; no slash at its end. */
  publicUrl: string;
  keys: Keys;
  logLevel: string;
  /** Play this subgraph's part of the demo city into an empty database. Never in production. */
  demoCity: boolean;
  /** Where traces are sent, by OTLP over HTTP; absent: nowhere. */
  tracesUrl?: string | undefined;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** The value of a variable, or a crash that names it: a service without its configuration does not start. */
export function required(environment: Environment, name: string): string {
  const value = environment[name];
  if (!value) throw new Error(`The environment variable ${name} is missing.`);
  return value;
}

export function readMode(environment: Environment): Mode {
  const mode = environment.MODE ?? "demo";
  if (mode !== "demo" && mode !== "production" && mode !== "test")
    throw new Error(`MODE is “${mode}”; it must be demo, test or production.`);
  return mode;
}

export function readSubgraphConfig(environment: Environment): SubgraphConfig {
  const mode = readMode(environment);
  return {
    mode,
    host: environment.HOST ?? "127.0.0.1",
    port: Number(required(environment, "PORT")),
    databaseUrl: required(environment, "DATABASE_URL"),
    busUrl: environment.BUS_URL ?? required(environment, "DATABASE_URL"),
    publicUrl: environment.PUBLIC_URL ?? "http://localhost:4000",
    keys: readKeys(required(environment, "KEYS_FILE"), mode),
    logLevel: environment.LOG_LEVEL ?? "info",
    demoCity: readDemoCity(environment),
    tracesUrl: environment.OTEL_EXPORTER_OTLP_ENDPOINT,
  };
}

function readDemoCity(environment: Environment): boolean {
  const demoCity = environment.SEED === "demo-city";
  if (demoCity && readMode(environment) === "production")
    throw new Error("SEED=demo-city is refused in production: the demo's people and passwords are public.");
  return demoCity;
}
