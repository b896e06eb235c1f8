import { globSync, readFileSync } from "node:fs";
import * as generated from "@campus-graph/clients/generated/operations";
import { partnerOperations } from "@campus-graph/gateway/http/partner-operations";
import { readManifest } from "@campus-graph/gateway/operations/manifest";
import { parse } from "graphql";
import { loadConfig } from "graphql-config";
import { expect, it } from "vitest";
import { buildApps } from "../../gateway/launch/src/build-apps.mjs";

const root = new URL("../../", import.meta.url).pathname;
const manifest = readManifest([`${root}schema/operations.json`]);

it("every document of the typed client is one that a production gateway runs", () => {
  const documents = Object.entries(generated).filter(([name]) => name.endsWith("Document"));
  expect(documents).toHaveLength(manifest.names.size);
  const unlisted = documents.filter(([, text]) => !manifest.lists(parse(String(text))));
  expect(unlisted.map(([name]) => name)).toEqual([]);
});

it("the example of a partner sends what a production gateway runs", () => {
  const program = readFileSync(
    new URL("../../subgraphs/payments/example-partner.mjs", import.meta.url),
    "utf8",
  );
  const sent = [...program.matchAll(/= `((?:query|mutation) [^`]+)`;/g)].map(([, text]) => text!);
  expect(sent).toHaveLength(2);
  for (const text of sent) expect(manifest.lists(parse(text)), text).toBe(true);
});

it("the list of the parent app names the operations that its built pages hold, and no other", async () => {
  await buildApps();
  const scripts = globSync(`${root}clients/parent-app/dist/assets/*.js`).map((file) =>
    readFileSync(file, "utf8"),
  );
  const held = scripts.flatMap((text) =>
    [...text.matchAll(/\b(?:query|mutation|subscription) ([A-Z]\w+)\b/g)].map(([, name]) => name!),
  );
  const list = readManifest([`${root}schema/operations/parent-app.json`]);
  expect([...list.names].sort()).toEqual([...new Set(held)].sort());
});

it("an editor finds the schema and all operations", async () => {
  const project = (await loadConfig({ rootDir: root }))!.getDefault();
  expect((await project.getSchema()).getQueryType()?.getFields()).toHaveProperty("billByAccountNumber");
  expect((await project.getDocuments()).length).toBeGreaterThanOrEqual(manifest.names.size);
});

it("the wallet's list has the two operations of a partner's example and calls, and those of a linked guardian", () => {
  const list = readManifest([`${root}schema/operations/wallet.json`]);
  const ofPartner = ["NotifyPayment", "PayableBill"];
  const ofGuardian = ["LinkedBillNotice", "LinkedBillNotices", "LinkedBills"];
  expect([...list.names].sort()).toEqual([...ofGuardian, ...ofPartner]);
  expect(partnerOperations.map(({ name }) => name).toSorted()).toEqual(ofPartner);
  for (const { text, name } of partnerOperations) expect(list.lists(parse(text)), name).toBe(true);
});
