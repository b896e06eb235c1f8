import { existsSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { words } from "./start-words.js";
import { usualPort } from "./subgraph-entries.js";
import { type UserError, userErrorsOf } from "./user-error.js";

const userError = userErrorsOf(words);

export type Environment = Readonly<Record<string, string | undefined>>;

export interface LaunchSettings {
  mode: "demo" | "production";
  port: number;
  host: string;
  /** Undefined where production has none: then the services refuse to start. */
  publicUrl: string | undefined;
  logLevel: string;
  /** Where a city keeps its own keys, one file per service; the launcher generates keys for the demo only. */
  keysFolder: string | undefined;
}

/** The checkout: the nearest folder above this file that holds supergraph.yaml. */
export function checkoutFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, "supergraph.yaml"))) {
    if (folder === dirname(folder)) throw new Error("supergraph.yaml is missing.");
    folder = dirname(folder);
  }
  return folder;
}

/** The settings, and what is wrong with them; a wrong one is read as its default, so that all else is looked at too. */
export function readLaunchSettings(environment: Environment): {
  settings: LaunchSettings;
  errors: readonly UserError[];
} {
  const errors: UserError[] = [];
  const port = readPort(environment.PORT, errors);
  const mode = readMode(environment.MODE, errors);
  return {
    settings: {
      mode,
      port,
      host: environment.HOST || "127.0.0.1",
      publicUrl: environment.PUBLIC_URL || (mode === "demo" ? `http://localhost:${port}` : undefined),
      logLevel: environment.LOG_LEVEL || "warn",
      keysFolder: mode === "production" ? readKeysFolder(environment.KEYS_FOLDER, errors) : undefined,
    },
    errors,
  };
}

function readPort(given: string | undefined, errors: UserError[]): number {
  const port = Number(given || usualPort);
  if (Number.isInteger(port) && port >= 1 && port <= 65_000) return port;
  errors.push(userError("port", { given: given ?? "" }));
  return usualPort;
}

/** Whatever is no demo is held to what production is. */
function readMode(given: string | undefined, errors: UserError[]): LaunchSettings["mode"] {
  const mode = given || "demo";
  if (mode === "demo" || mode === "production") return mode;
  errors.push(userError("mode", { given: mode }));
  return "production";
}

function readKeysFolder(given: string | undefined, errors: UserError[]): string | undefined {
  if (given) return resolve(given);
  errors.push(userError("keysFolderMissing"));
  return undefined;
}
