import { existsSync } from "node:fs";
import { join } from "node:path";
import type { DataFolder } from "../data/folder.js";
import type { SubgraphEntry } from "../supergraph-file.js";
import { isLoopback } from "../supergraph-file.js";
import { Trouble } from "../trouble.js";
import type { ServiceDefinition } from "./service.js";

export interface Settings {
  root: string;
  mode: string;
  port: number;
  host: string;
  publicUrl: string;
  logLevel: string;
  folder: DataFolder;
  demoPassword: string;
  keysFileOf(service: string): string;
  /** By owner; "bus" is the bus's. */
  databaseUrls: Readonly<Record<string, string>>;
  smtpUrl: string;
  /** Where captured mail is shown; undefined when mail really leaves. */
  mailboxUrl: string | undefined;
}

/** The processes of the graph: every subgraph of supergraph.yaml that lives on this machine, and the gateway. */
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
    env: {
      ...commonEnvironment(settings, name),
      HOST: "127.0.0.1",
      PORT: new URL(routingUrl).port,
      DATABASE_URL: settings.databaseUrls[name] as string,
      SMTP_URL: settings.smtpUrl,
      // The subgraphs fill an empty database themselves, through their own use cases.
      ...(settings.mode === "demo" ? { SEED: "demo-city", DEMO_PASSWORD: settings.demoPassword } : {}),
    },
  };
}

function gatewayDefinition(settings: Settings): ServiceDefinition {
  return {
    name: "gateway",
    main: mainOf(settings.root, "gateway"),
    url: `http://${settings.host}:${settings.port}`,
    env: {
      ...commonEnvironment(settings, "gateway"),
      HOST: settings.host,
      PORT: String(settings.port),
      SUPERGRAPH: settings.folder.supergraph,
      APOLLO_TELEMETRY_DISABLED: "1",
      ...(settings.mailboxUrl ? { MAILBOX_URL: settings.mailboxUrl } : {}),
    },
  };
}

/** What of the terminal's environment reaches a service: the system's part and what operators set, nothing else. */
const passedOn = [
  ...["PATH", "HOME", "TMPDIR", "LANG", "NODE_OPTIONS", "NODE_EXTRA_CA_CERTS", "NATS_URL"],
  ...["SAFELIST", "OPERATOR_PORT", "OPERATOR_HOST", "DRAIN_GRACE_MS", "OTEL_EXPORTER_OTLP_ENDPOINT"],
  ...["ALLOWED_ORIGINS", "APP_REDIRECT_URIS", "MAX_ANSWER_BYTES"],
];

function commonEnvironment(settings: Settings, service: string): Record<string, string> {
  const system = Object.fromEntries(
    passedOn.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]])),
  );
  return {
    ...system,
    // Compiled code is kept from start to start.
    NODE_COMPILE_CACHE: settings.folder.compileCache,
    MODE: settings.mode,
    BUS_URL: settings.databaseUrls.bus as string,
    KEYS_FILE: settings.keysFileOf(service),
    PUBLIC_URL: settings.publicUrl,
    LOG_LEVEL: settings.logLevel,
  };
}

function mainOf(root: string, folder: string): string {
  const main = join(root, folder, "dist", "src", "main.js");
  if (existsSync(main)) return main;
  throw new Trouble(
    `supergraph.yaml names ${folder}, but ${folder}/src/main.ts is missing.`,
    "Take its row out of the file, or give the address of where it runs.",
  );
}
