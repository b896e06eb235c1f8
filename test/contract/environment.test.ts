import { readFileSync } from "node:fs";
import { join } from "node:path";
import { bindingConfiguration } from "@campus-graph/binding/config";
import { gatewayConfiguration } from "@campus-graph/gateway/configuration";
import { identityConfiguration } from "@campus-graph/identity/config";
import { dataFolderAt } from "@campus-graph/launch/data/folder";
import { serviceDefinitions } from "@campus-graph/launch/services/definitions";
import { checkoutFolder } from "@campus-graph/launch/settings";
import { launcherVariables } from "@campus-graph/launch/variables";
import { paymentsConfiguration } from "@campus-graph/payments/config";
import { rosterConfiguration } from "@campus-graph/roster/config";
import { readSupergraphFile } from "@campus-graph/schema/supergraph-file";
import { expect, it } from "vitest";

const root = checkoutFolder();

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
    mailboxUrl: "http://127.0.0.1",
  });
  return new Set(definitions.flatMap(({ env }) => Object.keys(env)));
}

function rowsOfTheReadme(): string[] {
  const readme = readFileSync(join(root, "README.md"), "utf8");
  const [, table = ""] = /\| variable \| meaning \|\n\|---\|---\|\n((?:\|.*\n)+)/.exec(readme) ?? [];
  return table.trim().split("\n");
}

it("tells in the README every variable that an operator may set, in the words of who reads it", () => {
  const services = [
    gatewayConfiguration,
    identityConfiguration,
    rosterConfiguration,
    bindingConfiguration,
    paymentsConfiguration,
  ];
  const given = givenByTheLauncher();
  const further = services
    .flatMap(({ variables }) => Object.entries(variables))
    .filter(([name]) => !given.has(name));
  const all = { ...Object.fromEntries(further), ...launcherVariables };
  const rows = Object.entries(all).map(([name, meaning]) => `| \`${name}\` | ${meaning} |`);
  expect(rowsOfTheReadme().toSorted()).toEqual(rows.toSorted());
});
