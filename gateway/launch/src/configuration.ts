import { existsSync } from "node:fs";
import { join } from "node:path";
import type { SubgraphEntry } from "@campus-graph/schema/supergraph-file";
import type { DataFolder } from "./data/folder.js";
import { busName } from "./postgres/prepare-database.js";
import { serviceDefinitions } from "./services/definitions.js";
import { declaredPart, reviewService, type ServiceReview } from "./services/review.js";
import type { ServiceDefinition } from "./services/service.js";
import { type Environment, type LaunchSettings, readLaunchSettings } from "./settings.js";
import { moveToPort, subgraphEntries } from "./subgraph-entries.js";
import { UserError } from "./user-error.js";

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
  const services = ["gateway", ...entries.map(({ name }) => name)];
  const keysErrors = settings.keysFolder ? lookAtKeysFolder(settings.keysFolder, services) : [];
  const definitions = serviceDefinitions(entries, {
    ...settings,
    ...standIns(root, folder, entries, environment),
  });
  const reviews = new Map(
    await Promise.all(
      definitions.map(async (definition): Promise<[string, ServiceReview]> => {
        // Asked with the whole environment: only the answer tells which part of it the service reads.
        const env = { ...(environment as Record<string, string>), ...definition.env };
        return [definition.name, await reviewService({ ...definition, env })];
      }),
    ),
  );
  const all = [...reviews.values()];
  // The demo's keys are the launcher's own work, and a folder without its files is told once, not by every service.
  const reportedOfKeys =
    settings.mode === "demo" || settings.keysFolder === undefined || keysErrors.length > 0;
  return {
    settings,
    entries,
    errors: [
      ...errors,
      ...keysErrors,
      ...all
        .flatMap(({ problems }) => problems)
        .filter(({ variable }) => variable !== "KEYS_FILE" || !reportedOfKeys)
        .map(({ what, remedy, zh }) => new UserError(what, remedy, zh)),
    ],
    remarks: all
      .flatMap(({ remarks }) => remarks)
      .map(({ what, remedy, zh }) => new UserError(what, remedy, zh)),
    withDeclared: (definition) => ({
      ...definition,
      env: {
        ...declaredPart(environment, reviews.get(definition.name)?.variables ?? []),
        ...definition.env,
      },
    }),
  };
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
    mailboxUrl: undefined,
  };
}

function lookAtKeysFolder(keysFolder: string, services: readonly string[]): UserError[] {
  const missing = services
    .map((name) => `${name}.json`)
    .filter((file) => !existsSync(join(keysFolder, file)));
  if (missing.length === 0) return [];
  const hasNone = missing.length === services.length;
  const what = hasNone
    ? "there are no keys"
    : `${missing.join(", ")} ${missing.length > 1 ? "are" : "is"} missing`;
  return [
    new UserError(
      `KEYS_FOLDER is ${keysFolder}, but ${what} there.`,
      hasNone
        ? `Make them once, and keep them: npm run keys -- ${keysFolder}`
        : "Put back what npm run keys made: data is read only with the very keys that it was written with.",
      {
        what: `KEYS_FOLDER 是 ${keysFolder}，但其中${hasNone ? "沒有金鑰" : `缺少 ${missing.join("、")}`}。`,
        remedy: hasNone
          ? `請產生一次並妥善保存：npm run keys -- ${keysFolder}`
          : "請放回 npm run keys 產生的檔案：資料只能以寫入時的金鑰讀取。",
      },
    ),
  ];
}
