import { accessSync, constants, existsSync } from "node:fs";
import { originVariables, readOrigins } from "@campus-graph/kit/http/origins";
import { type Mode, readServiceConfig, serviceVariables } from "@campus-graph/kit/ops/config";
import { declareConfiguration, type EnvironmentReader } from "@campus-graph/kit/ops/environment";
import { readManifest } from "./operations/manifest.js";
import { defaultMaxAnswerBytes, type GatewayConfig, withDefaults } from "./settings.js";

export const gatewayVariables = {
  ...serviceVariables,
  SUPERGRAPH: "the composed supergraph",
  SAFELIST:
    "production runs only the operations listed in `schema/operations.json`; other files, one for each client team and divided by spaces, as [the guide](clients/guide/README.md#6-your-operations-in-production) tells; or `off`",
  ...originVariables,
  BEHIND_PROXY: "`true` where a proxy in front says the client's address in `x-forwarded-for`",
  OPERATOR_PORT: "Prometheus metrics at `/metrics` on this port; off when unset",
  OPERATOR_HOST: "where `OPERATOR_PORT` listens; 127.0.0.1",
  INSTANCE_FOLDER:
    "a folder of this gateway alone: started again from it after a kill, it takes its own place, and no revocation waits for the one that is gone",
  DRAIN_GRACE_MS:
    "how long the gateway goes on answering after it was told to stop, so that a balancer has heard; 3000 in production",
  APOLLO_PLUGINS:
    "plugins of Apollo Server, as published: packages, or files (`./plugins.mjs`), with commas between; a module's default export is a plugin, a list, or a function that gives one",
  MAX_ANSWER_BYTES:
    "how much of a subgraph's answer the gateway reads at most, 16777216; what is longer counts as no answer",
  MAILBOX_URL: "where the demo's mails are shown",
  WALLET_URL: "where the demo's partner serves its page",
  PARENT_APP: "the folder of the built parents' app, served at `/parent/`; `clients/parent-app/dist`",
  SCHOOL_CONSOLE:
    "the folder of the built school console, served at `/school/`; `clients/school-console/dist`",
  DOCS: "the folder of the built documentation, served at `/docs/`; `clients/docs/dist`",
  OPERATIONS: "demo: the folder of example operations that the IDE offers; `clients/operations`",
};

type Read = EnvironmentReader<keyof typeof gatewayVariables>;

export const gatewayConfiguration = declareConfiguration(gatewayVariables, readGatewayConfig);

/** Plugins are modules, and loaded only by who serves. */
type Configured = GatewayConfig & { pluginModules: string | undefined };

function readGatewayConfig(read: Read): Configured {
  // Its rings bear the names of the subgraphs, which it learns from the supergraph.
  const { tracesUrl = null, ...service } = readServiceConfig(read, { rings: [] });
  const isProduction = service.mode === "production";
  const config = withDefaults({
    ...service,
    tracesUrl,
    port: read.port("PORT") ?? 4000,
    supergraph: {
      file: read.required(
        "SUPERGRAPH",
        "Give the composed supergraph's file, as npm start writes it to its data folder.",
        "請指定組合好的 supergraph 檔案，即 npm start 寫在資料夾中的那一份。",
      ),
    },
    busUrl:
      read.url("BUS_URL", ["postgresql:", "postgres:"], "postgresql://role:password@host/campus") ?? null,
    instanceFolder: readInstanceFolder(read),
    mailboxUrl: isProduction ? null : (read.text("MAILBOX_URL") ?? null),
    walletUrl: isProduction ? null : (read.text("WALLET_URL") ?? null),
    parentApp: read.text("PARENT_APP") ?? "clients/parent-app/dist",
    schoolConsole: read.text("SCHOOL_CONSOLE") ?? "clients/school-console/dist",
    docs: read.text("DOCS") ?? "clients/docs/dist",
    operations: isProduction ? null : (read.text("OPERATIONS") ?? "clients/operations"),
    ...readSafelist(read, service.mode),
    allowedOrigins: readOrigins(
      read,
      { ALLOWED_ORIGINS: read.text("ALLOWED_ORIGINS"), APP_REDIRECT_URIS: read.text("APP_REDIRECT_URIS") },
      service.mode,
    ),
    maxAnswerBytes:
      read.number("MAX_ANSWER_BYTES", { least: 1, most: Number.MAX_SAFE_INTEGER }) ?? defaultMaxAnswerBytes,
    behindProxy: read.oneOf("BEHIND_PROXY", ["true", "false"]) === "true",
    operatorPort: read.port("OPERATOR_PORT") ?? null,
    operatorHost: read.text("OPERATOR_HOST") ?? "127.0.0.1",
    drainGraceMs: read.number("DRAIN_GRACE_MS", { least: 0, most: 600_000 }) ?? (isProduction ? 3_000 : 0),
  });
  return { ...config, pluginModules: read.text("APOLLO_PLUGINS") };
}

function readInstanceFolder(read: Read): string | null {
  const folder = read.text("INSTANCE_FOLDER") ?? null;
  if (folder === null) return null;
  try {
    accessSync(folder, constants.W_OK | constants.X_OK);
  } catch (error) {
    const remedy = "Make the folder, writable for the gateway's user, or leave the variable out.";
    read.problem(
      "INSTANCE_FOLDER",
      `The folder ${folder} cannot be used: ${(error as Error).message}.`,
      remedy,
      {
        what: `無法使用 INSTANCE_FOLDER 的資料夾 ${folder}：${(error as Error).message}。`,
        remedy: "請建立閘道的使用者可寫入的資料夾，或不設此變數。",
      },
    );
  }
  return folder;
}

/** Our clients' operations, beside the supergraph that they were checked against. */
const shippedManifest = "schema/operations.json";

/**
 * Production runs listed operations only, unless it says `SAFELIST=off`; elsewhere it is the other way round. Otherwise
 * `SAFELIST` names files, divided by spaces or commas: one for each client team.
 */
function readSafelist(read: Read, mode: Mode): Pick<GatewayConfig, "manifest" | "onlyListed"> {
  const given = read.text("SAFELIST");
  if (given === "off") return { manifest: null, onlyListed: false };
  const onlyListed = given !== undefined || mode === "production";
  const files = (given ?? shippedManifest).split(/[\s,]+/).filter((file) => file !== "");
  if (!onlyListed && !existsSync(shippedManifest)) return { manifest: null, onlyListed };
  try {
    return { manifest: readManifest(files), onlyListed };
  } catch (error) {
    const remedy = "Give a file as npm run schema writes schema/operations.json, or SAFELIST=off.";
    read.problem(
      "SAFELIST",
      `The list of operations ${files.join(" ")} cannot be used: ${(error as Error).message}.`,
      remedy,
      {
        what: `無法使用操作清單 ${files.join(" ")}：${(error as Error).message}。`,
        remedy:
          "請指定格式與 schema/operations.json 相同的檔案（由 npm run schema 產生），或設 SAFELIST=off。",
      },
    );
    return { manifest: null, onlyListed };
  }
}
