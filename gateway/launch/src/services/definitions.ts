import { existsSync } from "node:fs";
import { join } from "node:path";
import type { SubgraphEntry } from "@campus-graph/schema/supergraph-file";
import type { DataFolder } from "../data/folder.js";
import type { Environment, LaunchSettings } from "../settings.js";
import { isLoopback } from "../subgraph-entries.js";
import { userErrorsOf } from "../user-error.js";
import type { ServiceDefinition } from "./service.js";
import { words } from "./words.js";

const userError = userErrorsOf(words);

export interface Settings extends LaunchSettings {
  root: string;
  folder: DataFolder;
  demoPassword: string;
  /** Undefined where production has no KEYS_FOLDER. */
  keysFileOf(service: string): string | undefined;
  /** By owner; "bus" is the bus's. */
  databaseUrls: Readonly<Record<string, string>>;
  /** Undefined where production has no SMTP_URL. */
  smtpUrl: string | undefined;
  /** The demo's; undefined where the terminal names one, or nobody. */
  smsProvider: string | undefined;
  /** Where captured mail is shown; undefined when mail really leaves. */
  mailboxUrl: string | undefined;
  /** Where the demo's partner listens; undefined where there is none. */
  walletUrl: string | undefined;
}

/**
 * The processes of the graph: every subgraph of supergraph.yaml that lives on this machine, and the gateway. `env` is
 * what the launcher knows better than the terminal; the rest of what a service reads comes from there.
 */
export function serviceDefinitions(
  entries: readonly SubgraphEntry[],
  settings: Settings,
): ServiceDefinition[] {
  const here = entries.filter(({ routingUrl }) => isLoopback(new URL(routingUrl)));
  return [...here.map((entry) => subgraphDefinition(entry, settings)), gatewayDefinition(settings)];
}

function subgraphDefinition({ name, routingUrl }: SubgraphEntry, settings: Settings): ServiceDefinition {
  return {
    name,
    main: mainOf(settings.root, `subgraphs/${name}`),
    url: routingUrl,
    env: given({
      ...commonEnvironment(settings, name),
      HOST: "127.0.0.1",
      PORT: new URL(routingUrl).port,
      DATABASE_URL: settings.databaseUrls[name],
      SMTP_URL: settings.smtpUrl,
      SMS_PROVIDER: settings.smsProvider,
      // The subgraphs fill an empty database themselves, through their own use cases.
      ...(settings.mode === "demo" ? { SEED: "demo-city", DEMO_PASSWORD: settings.demoPassword } : {}),
    }),
  };
}

/**
 * The demo's partner. It is no part of the graph: it is given the graph's address and its own key, and nothing of the
 * terminal's.
 */
export function walletDefinition(settings: Settings, walletUrl: string): ServiceDefinition {
  const { hostname, port } = new URL(walletUrl);
  return {
    name: "wallet",
    main: mainOf(settings.root, walletFolder),
    url: walletUrl,
    env: given({
      NODE_COMPILE_CACHE: settings.folder.compileCache,
      HOST: hostname,
      PORT: port,
      GRAPH_URL: `http://${settings.host}:${settings.port}`,
      KEY_FILE: settings.keysFileOf("wallet"),
      WALLET_FILE: settings.folder.wallet,
      REDIRECT_URI: `${settings.publicUrl}/wallet/linked`,
    }),
  };
}

const walletFolder = "clients/wallet";

/** Whether the demo has its partner: a checkout of the graph alone has none. */
export function hasWallet({ root, mode }: Pick<Settings, "root" | "mode">): boolean {
  return mode === "demo" && existsSync(join(root, walletFolder, "dist", "src", "main.js"));
}

function gatewayDefinition(settings: Settings): ServiceDefinition {
  return {
    name: "gateway",
    main: mainOf(settings.root, "gateway"),
    url: `http://${settings.host}:${settings.port}`,
    env: given({
      ...commonEnvironment(settings, "gateway"),
      HOST: settings.host,
      PORT: String(settings.port),
      SUPERGRAPH: settings.folder.supergraph,
      INSTANCE_FOLDER: settings.folder.path,
      APOLLO_TELEMETRY_DISABLED: "1",
      MAILBOX_URL: settings.mailboxUrl,
      WALLET_URL: settings.walletUrl,
    }),
  };
}

function commonEnvironment(settings: Settings, service: string): Environment {
  return {
    // Compiled code is kept from start to start.
    NODE_COMPILE_CACHE: settings.folder.compileCache,
    MODE: settings.mode,
    BUS_URL: settings.databaseUrls.bus,
    KEYS_FILE: settings.keysFileOf(service),
    PUBLIC_URL: settings.publicUrl,
    LOG_LEVEL: settings.logLevel,
  };
}

function given(environment: Environment): Record<string, string> {
  return Object.fromEntries(
    Object.entries(environment).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}

function mainOf(root: string, folder: string): string {
  const main = join(root, folder, "dist", "src", "main.js");
  if (existsSync(main)) return main;
  throw userError("noMain", { folder });
}
