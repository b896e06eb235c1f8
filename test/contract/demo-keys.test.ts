import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readKeys } from "@campus-graph/kit/keys";
import { expect, it } from "vitest";
import { generateKeys } from "../../gateway/launch/src/data/keys.js";

it("production takes no keys that the launcher generated, whosever they are", () => {
  const folder = mkdtempSync(join(tmpdir(), "demo-keys-"));
  try {
    const subgraphs = ["identity", "roster", "binding", "payments"];
    const { fileOf } = generateKeys(folder, subgraphs);
    for (const service of [...subgraphs, "gateway", "wallet"]) {
      expect(() => readKeys(fileOf(service), "production")).toThrow("generated for the demo");
      expect(() => readKeys(fileOf(service), "demo")).not.toThrow();
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
});
