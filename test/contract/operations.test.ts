import { readFileSync } from "node:fs";
import * as generated from "@campus-graph/clients/generated/operations";
import { readManifest } from "@campus-graph/gateway/operations/manifest";
import { parse } from "graphql";
import { expect, it } from "vitest";

const manifest = readManifest([new URL("../../schema/operations.json", import.meta.url).pathname]);

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
