import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gatewayConfiguration } from "@campus-graph/gateway/read-environment";
import { dataFolderAt } from "@campus-graph/launch/data/folder";
import { serviceDefinitions } from "@campus-graph/launch/services/definitions";
import { launcherVariables } from "@campus-graph/launch/variables";
import { readSupergraphFile } from "@campus-graph/schema/supergraph-file";
import { expect, it } from "vitest";
import { codeOf, checkout as root, subgraphNames } from "../harness/subgraphs.js";

/** What the launcher gives each service whatever the terminal says, so that no operator sets it. */
function givenByTheLauncher(): Set<string> {
  const entries = readSupergraphFile(join(root, "supergraph.yaml"));
  const definitions = serviceDefinitions(entries, {
    root,
    mode: "demo",
    port: 4000,
    host: "127.0.0.1",
    publicUrl: "http://localhost:4000",
    logLevel: "warn",
    keysFolder: undefined,
    folder: dataFolderAt(root, undefined),
    demoPassword: "secret",
    keysFileOf: (service) => service,
    databaseUrls: Object.fromEntries([...entries.map(({ name }) => name), "bus"].map((name) => [name, name])),
    smtpUrl: "smtp://127.0.0.1",
    smsProvider: undefined,
    mailboxUrl: "http://127.0.0.1",
    walletUrl: "http://127.0.0.1",
  });
  return new Set(definitions.flatMap(({ env }) => Object.keys(env)));
}

function rowsOfTheReadme(): string[] {
  const readme = readFileSync(join(root, "README.md"), "utf8");
  const [, table = ""] = /\| variable \| meaning \|\n\|---\|---\|\n((?:\|.*\n)+)/.exec(readme) ?? [];
  return table.trim().split("\n");
}

it("tells in the README every variable that an operator may set, in the words of who reads it", async () => {
  const subgraphs = await Promise.all(subgraphNames.map((name) => codeOf(root, name)));
  const services = [gatewayConfiguration, ...subgraphs.map(({ configuration }) => configuration)];
  const given = givenByTheLauncher();
  const further = services
    .flatMap(({ variables }) => Object.entries(variables))
    .filter(([name]) => !given.has(name));
  const all = { ...Object.fromEntries(further), ...launcherVariables };
  const rows = Object.entries(all).map(([name, meaning]) => `| \`${name}\` | ${meaning} |`);
  expect(rowsOfTheReadme().toSorted()).toEqual(rows.toSorted());
});
