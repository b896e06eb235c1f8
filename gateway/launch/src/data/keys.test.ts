import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readKeys } from "@campus-graph/kit/auth/keys";
import { expect, it } from "vitest";
import { addMissingPairs, makeCityKeys } from "./keys.js";

const holder = { name: "identity", rings: ["person"], signs: ["sso", "push"], verifies: [] };

it("adds the key pair that a city's files lack, and leaves what is there as it is", () => {
  const folder = mkdtempSync(join(tmpdir(), "city-keys-"));
  try {
    makeCityKeys(folder, [holder], "2026-11-01");
    const file = join(folder, "identity.json");
    const { pushJwks: _, ...before } = JSON.parse(readFileSync(file, "utf8"));
    writeFileSync(file, JSON.stringify(before));
    expect(readKeys(file, "production").holdsJwks("pushJwks")).toBe(false);
    expect(addMissingPairs(folder, [holder], "2026-12-01")).toEqual(["identity.json: pushJwks"]);
    const { pushJwks, ...rest } = JSON.parse(readFileSync(file, "utf8"));
    expect(rest).toEqual(before);
    expect(pushJwks.keys).toMatchObject([{ crv: "P-256", kid: "2026-12-01-push" }]);
    expect(readKeys(file, "production").jwks("pushJwks").keys).toHaveLength(1);
    expect(addMissingPairs(folder, [holder], "2026-12-02")).toEqual([]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
