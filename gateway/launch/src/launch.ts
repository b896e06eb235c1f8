import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { composeSupergraph } from "./compose.js";
import { type Configuration, reviewConfiguration } from "./configuration.js";
import { assertKeysBelong, type Databases, openDatabases } from "./data/databases.js";
import { type DataFolder, dataFolderAt, makeDataFolder } from "./data/folder.js";
import { keepServer } from "./data/keep-server.js";
import { keyHolders } from "./data/key-holders.js";
import { type GeneratedKeys, generateKeys, hasKeys, keepPasswords } from "./data/keys.js";
import { noteStart } from "./data/last-start.js";
import { type DataLock, takeLock } from "./data/lock.js";
import { type Mailbox, startMailbox } from "./mailbox/mailbox.js";
import { findFreePort, takenPorts } from "./ports.js";
import type { Progress } from "./progress.js";
import { allReady } from "./services/all-ready.js";
import { hasWallet, serviceDefinitions, walletDefinition } from "./services/definitions.js";
import { runService } from "./services/service.js";
import type { Environment } from "./settings.js";
import { throwAny } from "./user-error.js";
import type { Launched } from "./welcome.js";

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
  const folder = dataFolderAt(root, environment.CAMPUS_DATA);
  const configuration = await reviewConfiguration(root, folder, environment);
  throwAny(configuration.errors);
  const { settings, entries, remarks } = configuration;
  const publicUrl = settings.publicUrl ?? `http://localhost:${settings.port}`;
  makeDataFolder(folder);
  const lock = await takeLock(folder.lock, publicUrl, settings.keysFolder);
  stack.defer(() => lock.release());
  noteStart(root, { folder: folder.path, url: publicUrl });
  stop.addEventListener("abort", () => lock.noteStopping(), { once: true });

  throwAny(await takenPorts(settings.host, settings.port, entries));
  const keys = prepareKeys(root, folder, configuration);
  const demoPassword = settings.mode === "demo" ? keys.password("demo") : "";
  const [databases, mailbox] = await preparePrerequisites({
    folder,
    configuration,
    keys,
    lock,
    environment,
    progress,
    stack,
    stop,
  });

  const walletUrl = hasWallet({ ...settings, root }) ? `http://127.0.0.1:${await findFreePort()}` : undefined;
  const full = {
    ...settings,
    root,
    folder,
    demoPassword,
    keysFileOf: (service: string) =>
      settings.keysFolder ? join(settings.keysFolder, `${service}.json`) : keys.fileOf(service),
    databaseUrls: databases.urls,
    smtpUrl: environment.SMTP_URL || mailbox?.smtpUrl,
    smsProvider: environment.SMS_PROVIDER ? undefined : mailbox?.smsProvider,
    mailboxUrl: mailbox?.url,
    walletUrl,
  };
  const definitions = serviceDefinitions(entries, full).map(configuration.withDeclared);
  // The gateway stays the last: it is stopped first, so that nobody is let in to what is stopping.
  if (walletUrl !== undefined) definitions.unshift(walletDefinition(full, walletUrl));
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
  await allReady(services, progress, stop);
  const { OPERATOR_PORT, OPERATOR_HOST = "127.0.0.1" } = environment;
  return {
    mode: settings.mode,
    url: publicUrl,
    host: settings.host,
    port: settings.port,
    password: demoPassword,
    showsMail: mailbox !== undefined,
    hasWallet: walletUrl !== undefined,
    metricsUrl: OPERATOR_PORT ? `http://${OPERATOR_HOST}:${OPERATOR_PORT}/metrics` : undefined,
    dataFolder: folder.path,
    remarks,
  };
}

/** The demo's keys are made here. A city has its own; only the passwords of its databases are kept with its data. */
function prepareKeys(root: string, folder: DataFolder, { settings, entries }: Configuration): GeneratedKeys {
  assertKeysBelong(folder, hasKeys(folder.keys));
  if (settings.mode === "production") return keepPasswords(folder.keys);
  const names = entries.map(({ name }) => name);
  const keys = generateKeys(folder.keys, keyHolders(root, names));
  // The demo's clients run beside the graph and sign in by the same password.
  const demo = { DEMO_PASSWORD: keys.password("demo") };
  writeFileSync(join(folder.keys, "demo.json"), JSON.stringify(demo), { mode: 0o600 });
  return keys;
}

interface Prerequisites {
  folder: DataFolder;
  configuration: Configuration;
  keys: GeneratedKeys;
  lock: DataLock;
  environment: Environment;
  progress: Progress;
  stack: AsyncDisposableStack;
  stop: AbortSignal;
}

/** All that must stand before the first service: the composed supergraph, databases, the mailbox. */
async function preparePrerequisites(prerequisites: Prerequisites): Promise<[Databases, Mailbox | undefined]> {
  const { folder, configuration, keys, lock, environment, progress, stack, stop } = prerequisites;
  const { entries, settings } = configuration;
  const names = entries.map(({ name }) => name);
  await progress.step("Composing the supergraph", `Supergraph of ${names.join(", ")}`, () =>
    composeSupergraph(entries, folder.supergraph),
  );
  stop.throwIfAborted();
  const databases = await progress.step(
    environment.DATABASE_URL ? "Preparing the given PostgreSQL" : "Starting PostgreSQL",
    ({ server }: Databases) => (server ? `PostgreSQL on port ${server.port}` : "PostgreSQL is prepared"),
    () => openDatabases({ folder, subgraphs: names, keys, environment, mode: settings.mode }),
  );
  if (databases.server) keepServer(databases.server, { folder, keys, lock, stack, print: progress.print });
  stop.throwIfAborted();
  if (environment.SMTP_URL || settings.mode === "production") return [databases, undefined];
  const mailbox = await startMailbox(folder.mail, () => new Date());
  stack.defer(() => mailbox.stop());
  return [databases, mailbox];
}
