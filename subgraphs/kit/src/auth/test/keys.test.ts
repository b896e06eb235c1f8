import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { readSubgraphConfig, subgraphVariables } from "../../ops/config.js";
import { declareConfiguration } from "../../ops/environment.js";
import { readKeys } from "../keys.js";

const folder = mkdtempSync(join(tmpdir(), "keys-"));
afterAll(() => rmSync(folder, { recursive: true }));

const key = Buffer.alloc(32, 7).toString("base64");
const fileOf = (content: object) => {
  const file = join(folder, "keys.json");
  writeFileSync(file, JSON.stringify(content));
  return file;
};

describe("the keys of production", () => {
  it.each([
    ["a generated current key", { field: { current: "demo-1", keys: { "demo-1": key } } }],
    ["a generated key that only reads", { field: { current: "k1", keys: { k1: key, "demo-1": key } } }],
    ["a generated key pair", { ssoJwks: { keys: [{ kid: "demo-1-sso" }] } }],
  ])("are not %s", (_, content) => {
    const file = fileOf(content);
    expect(() => readKeys(file, "production")).toThrow("generated for the demo");
    expect(() => readKeys(file, "demo")).not.toThrow();
  });

  it("are the city's own", () => {
    const file = fileOf({ field: { current: "k1", keys: { k1: key } }, ssoJwks: { keys: [{ kid: "k1" }] } });
    expect(readKeys(file, "production").ring("field").current).toBe("k1");
  });

  it("are looked at also where a subgraph starts alone", () => {
    const environment = { PORT: "4002", DATABASE_URL: "postgresql://nobody@127.0.0.1/nothing" };
    const KEYS_FILE = fileOf({ field: { current: "demo-1", keys: { "demo-1": key } } });
    const { read } = declareConfiguration(subgraphVariables, (read) =>
      readSubgraphConfig(read, { rings: [] }),
    );
    expect(() => read({ ...environment, KEYS_FILE, MODE: "production" })).toThrow(KEYS_FILE);
  });
});
