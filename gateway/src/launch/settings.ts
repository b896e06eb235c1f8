import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { usualPort } from "./supergraph-file.js";
import { Trouble } from "./trouble.js";

export type Environment = Readonly<Record<string, string | undefined>>;

export interface LaunchSettings {
  mode: string;
  port: number;
  host: string;
  publicUrl: string;
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

export function readLaunchSettings(environment: Environment): LaunchSettings {
  const port = Number(environment.PORT ?? usualPort);
  if (!Number.isInteger(port) || port < 1 || port > 65_000) {
    throw new Trouble(
      `PORT is “${environment.PORT}”, which is no port.`,
      "Give a number, such as PORT=4100.",
    );
  }
  const mode = environment.MODE ?? "demo";
  if (mode === "production" && !environment.KEYS_FOLDER) {
    throw new Trouble(
      "MODE=production refuses the keys that are generated for the demo.",
      "Give the city's own, one file per service: KEYS_FOLDER=/some/folder MODE=production npm start",
    );
  }
  return {
    mode,
    port,
    host: environment.HOST ?? "127.0.0.1",
    publicUrl: environment.PUBLIC_URL ?? `http://localhost:${port}`,
    logLevel: environment.LOG_LEVEL ?? "warn",
    keysFolder: mode === "production" ? environment.KEYS_FOLDER : undefined,
  };
}
