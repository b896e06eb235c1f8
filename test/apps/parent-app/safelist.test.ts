import { fileURLToPath } from "node:url";
import * as operations from "@campus-graph/clients/generated/operations";
import { readManifest } from "@campus-graph/gateway/operations/manifest";
import { createRequest, formatDocument, stringifyDocument } from "@urql/core";
import { parse } from "graphql";
import { expect, it } from "vitest";

const manifest = readManifest([fileURLToPath(new URL("../../../schema/operations.json", import.meta.url))]);

/** As the app's cache sends it: `__typename` in every selection, printed anew. */
function asSent(operation: { toString(): string }): string {
  return stringifyDocument(formatDocument(createRequest(operation.toString(), {}).query));
}

it("sends nothing that a production gateway would not run", () => {
  const documents = Object.entries(operations).filter(([name]) => name.endsWith("Document"));
  expect(documents.length).toBeGreaterThan(40);
  for (const [name, operation] of documents) {
    const sent = asSent(operation as { toString(): string });
    // Where nothing but texts is asked for, there is no type to name.
    if (sent.split("{").length > 2) expect(sent, name).toContain("__typename");
    expect(manifest.lists(parse(sent)), name).toBe(true);
  }
});
