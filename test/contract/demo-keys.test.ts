import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readKeys } from "@campus-graph/kit/auth/keys";
import { expect, it } from "vitest";
import { keyHolders } from "../../gateway/launch/src/data/key-holders.js";
import { generateKeys } from "../../gateway/launch/src/data/keys.js";
import { checkout, subgraphNames } from "../harness/subgraphs.js";

it("production takes no keys that the launcher generated, whosever they are", () => {
  const folder = mkdtempSync(join(tmpdir(), "demo-keys-"));
  try {
    const { fileOf } = generateKeys(folder, keyHolders(checkout, subgraphNames));
    for (const service of [...subgraphNames, "gateway", "wallet"]) {
      expect(() => readKeys(fileOf(service), "production")).toThrow("generated for the demo");
      expect(() => readKeys(fileOf(service), "demo")).not.toThrow();
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
});
