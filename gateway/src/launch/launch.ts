import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { composeSupergraph } from "./compose.js";
import { assertKeysBelong, type Databases, openDatabases } from "./data/databases.js";
import { type DataFolder, dataFolderAt, makeDataFolder } from "./data/folder.js";
import { keepServer } from "./data/keep-server.js";
import { type GeneratedKeys, generateKeys, hasKeys } from "./data/keys.js";
import { type DataLock, takeLock } from "./data/lock.js";
import { type Mailbox, startMailbox } from "./mailbox/mailbox.js";
import { assertPortsFree } from "./ports.js";
import type { Progress } from "./progress.js";
import { serviceDefinitions } from "./services/definitions.js";
import { type RunningService, runService } from "./services/service.js";
import { type Environment, readLaunchSettings } from "./settings.js";
import { moveToPort, readSupergraphFile, type SubgraphEntry } from "./supergraph-file.js";
import { Trouble } from "./trouble.js";

export interface Launched {
  url: string;
  password: string;
  dataFolder: string;
}

/** Longer than the slowest first seeding seen, many times over. */
const readyWithinMs = 180_000;

/**
 * Brings the whole graph up, in the order in which each part needs the one before. What is started is put on `stack`
 * at once, so that disposing it at any moment leaves no process behind. An aborted `stop` ends the waiting.
 */
export async function launch(
  root: string,
  environment: Environment,
  progress: Progress,
  stack: AsyncDisposableStack,
  stop: AbortSignal,
): Promise<Launched> {
  const settings = readLaunchSettings(environment);
  const folder = dataFolderAt(root, environment.CAMPUS_DATA);
  makeDataFolder(folder);
  const lock = await takeLock(folder.lock, settings.publicUrl);
  stack.defer(() => lock.release());
  stop.addEventListener("abort", () => lock.noteStopping(), { once: true });

  const entries = moveToPort(readSupergraphFile(join(root, "supergraph.yaml")), settings.port);
  await assertPortsFree(settings.host, settings.port, entries);
  const { keys, demoPassword } = prepareKeys(folder, entries);
  const [databases, mailbox] = await prepareGround({
    folder,
    entries,
    keys,
    lock,
    environment,
    progress,
    stack,
    stop,
  });

  const definitions = serviceDefinitions(entries, {
    ...settings,
    root,
    folder,
    demoPassword,
    keysFileOf: (service) =>
      settings.keysFolder ? join(settings.keysFolder, `${service}.json`) : keys.fileOf(service),
    databaseUrls: databases.urls,
    smtpUrl: environment.SMTP_URL ?? (mailbox?.smtpUrl as string),
    mailboxUrl: mailbox?.url,
  });
  const services = definitions.map((definition) =>
    runService(definition, {
      print: progress.print,
      onStarted: (name, pid) => lock.note(name, pid),
      withParent: new URL("./with-parent.js", import.meta.url).href,
    }),
  );
  stack.defer(async () => {
    await services.at(-1)?.stop();
    await Promise.all(services.map((service) => service.stop()));
  });
  const names = definitions.map(({ name }) => name).join(", ");
  await progress.step(
    `Starting ${names}`,
    `${names} are ready`,
    () => allReady(services, stop),
    () => waitingLine(services),
  );
  return { url: settings.publicUrl, password: demoPassword, dataFolder: folder.path };
}

function prepareKeys(folder: DataFolder, entries: readonly SubgraphEntry[]) {
  assertKeysBelong(folder, hasKeys(folder.keys));
  const keys = generateKeys(
    folder.keys,
    entries.map(({ name }) => name),
  );
  const demoPassword = keys.password("demo");
  // The demo's clients run beside the graph and sign in by the same password.
  writeFileSync(join(folder.keys, "demo.json"), JSON.stringify({ DEMO_PASSWORD: demoPassword }), {
    mode: 0o600,
  });
  return { keys, demoPassword };
}

interface Ground {
  folder: DataFolder;
  entries: readonly SubgraphEntry[];
  keys: GeneratedKeys;
  lock: DataLock;
  environment: Environment;
  progress: Progress;
  stack: AsyncDisposableStack;
  stop: AbortSignal;
}

/** All that must stand before the first service: databases, the composed supergraph, the mailbox. */
async function prepareGround(ground: Ground): Promise<[Databases, Mailbox | undefined]> {
  const { folder, entries, keys, lock, environment, progress, stack, stop } = ground;
  const names = entries.map(({ name }) => name);
  const databases = await progress.step(
    environment.DATABASE_URL ? "Preparing the given PostgreSQL" : "Starting PostgreSQL",
    ({ server }: Databases) => (server ? `PostgreSQL on port ${server.port}` : "PostgreSQL is prepared"),
    () => openDatabases(folder, names, keys, environment),
  );
  if (databases.server) keepServer(databases.server, { folder, keys, lock, stack, print: progress.print });
  stop.throwIfAborted();
  await progress.step("Composing the supergraph", `Supergraph of ${names.join(", ")}`, () =>
    composeSupergraph(entries, folder.supergraph),
  );
  stop.throwIfAborted();
  const mailbox = environment.SMTP_URL ? undefined : await startMailbox(folder.mail, () => new Date());
  if (mailbox) stack.defer(() => mailbox.stop());
  return [databases, mailbox];
}

/** "; binding waits for 陳小花's enrolment": the services that answer, but not yet for others. */
function waitingLine(services: readonly RunningService[]): string {
  return services
    .filter((service) => service.waitingFor().length > 0)
    .map((service) => `; ${service.name} waits for ${service.waitingFor().join(", ")}`)
    .join("");
}

async function allReady(services: readonly RunningService[], stop: AbortSignal): Promise<void> {
  stop.throwIfAborted();
  const waiting = new Set(services.map(({ name }) => name));
  const aborted = new Promise<never>((_, reject) => {
    stop.addEventListener("abort", () => reject(stop.reason), { once: true });
  });
  const tooLate = new Promise<never>((_, reject) => {
    setTimeout(() => reject(notReady(waiting, waitingLine(services))), readyWithinMs).unref();
  });
  const ready = services.map(async (service) => {
    await service.ready();
    waiting.delete(service.name);
  });
  await Promise.race([Promise.all(ready), aborted, tooLate]);
}

function notReady(waiting: ReadonlySet<string>, reasons: string): Trouble {
  return new Trouble(
    `${[...waiting].join(", ")} did not become ready within ${readyWithinMs / 1000} s${reasons}.`,
    "LOG_LEVEL=info npm start shows what they do; `npm run doctor` looks at this machine.",
  );
}
