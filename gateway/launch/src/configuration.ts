import { existsSync } from "node:fs";
import { join } from "node:path";
import type { SubgraphEntry } from "@campus-graph/schema/supergraph-file";
import { wrongDatabaseAddresses } from "./data/database-addresses.js";
import type { DataFolder } from "./data/folder.js";
import { busName } from "./postgres/prepare-database.js";
import { serviceDefinitions } from "./services/definitions.js";
import { declaredPart, type Problem, reviewService, type ServiceReview } from "./services/review.js";
import type { ServiceDefinition } from "./services/service.js";
import { type Environment, type LaunchSettings, readLaunchSettings } from "./settings.js";
import { words } from "./start-words.js";
import { moveToPort, subgraphEntries } from "./subgraph-entries.js";
import { UserError, userErrorsOf } from "./user-error.js";

const userError = userErrorsOf(words);

/** Everything that the terminal's environment says about a start, looked at before anything is started or written. */
export interface Configuration {
  settings: LaunchSettings;
  entries: readonly SubgraphEntry[];
  /** What keeps the graph from starting. */
  errors: readonly UserError[];
  /** What it will lack. */
  remarks: readonly UserError[];
  /** The definition with the part of the terminal's environment that its service declared to read. */
  withDeclared(definition: ServiceDefinition): ServiceDefinition;
}

export async function reviewConfiguration(
  root: string,
  folder: DataFolder,
  environment: Environment,
): Promise<Configuration> {
  const { settings, errors } = readLaunchSettings(environment);
  const entries = moveToPort(subgraphEntries(root), settings.port);
  const names = entries.map(({ name }) => name);
  const keysErrors = settings.keysFolder ? lookAtKeysFolder(settings.keysFolder, ["gateway", ...names]) : [];
  const definitions = serviceDefinitions(entries, {
    ...settings,
    ...standIns(root, folder, entries, environment),
  });
  const reviews = new Map(
    await Promise.all(
      definitions.map(async (definition): Promise<[string, ServiceReview]> => {
        // Run with the whole environment: only the review shows which part of it the service reads.
        const env = { ...(environment as Record<string, string>), ...definition.env };
        return [definition.name, await reviewService({ ...definition, env })];
      }),
    ),
  );
  const all = [...reviews.values()];
  // The demo's keys are the launcher's own work, and a folder without its files is reported once, not by every service.
  const reportedOfKeys =
    settings.mode === "demo" || settings.keysFolder === undefined || keysErrors.length > 0;
  return {
    settings,
    entries,
    errors: [
      ...errors,
      ...wrongDatabaseAddresses(environment, names),
      ...keysErrors,
      ...all
        .flatMap(({ problems }) => problems)
        .filter(({ variable }) => variable !== "KEYS_FILE" || !reportedOfKeys)
        .map(asUserError),
    ],
    remarks: all.flatMap(({ remarks }) => remarks).map(asUserError),
    withDeclared: (definition) => ({
      ...definition,
      env: {
        ...declaredPart(environment, reviews.get(definition.name)?.variables ?? []),
        ...definition.env,
      },
    }),
  };
}

/** A service may have words in English only. */
function asUserError({ what, remedy, zh = { what, remedy } }: Problem): UserError {
  return new UserError({ en: { what, remedy }, "zh-TW": zh });
}

/** What is known only once the databases and the mailbox run; until then something of the right form stands there. */
function standIns(
  root: string,
  folder: DataFolder,
  entries: readonly SubgraphEntry[],
  environment: Environment,
) {
  const { settings } = readLaunchSettings(environment);
  const owners = [...entries.map(({ name }) => name), busName];
  const { keysFolder } = settings;
  return {
    root,
    folder,
    demoPassword: "not known yet",
    keysFileOf: (service: string) =>
      settings.mode === "demo"
        ? join(folder.keys, `${service}.json`)
        : keysFolder && join(keysFolder, `${service}.json`),
    databaseUrls: Object.fromEntries(owners.map((owner) => [owner, "postgresql://127.0.0.1/campus"])),
    smtpUrl: environment.SMTP_URL || (settings.mode === "demo" ? "smtp://127.0.0.1" : undefined),
    smsProvider: undefined,
    mailboxUrl: undefined,
    walletUrl: undefined,
  };
}

function lookAtKeysFolder(keysFolder: string, services: readonly string[]): UserError[] {
  const missing = services
    .map((name) => `${name}.json`)
    .filter((file) => !existsSync(join(keysFolder, file)));
  if (missing.length === 0) return [];
  if (missing.length === services.length) return [userError("noKeys", { folder: keysFolder })];
  return [userError("someKeys", { folder: keysFolder, missing: missing.join(", ") })];
}
