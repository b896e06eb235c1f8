import { join } from "node:path";
import { expect, inject, it } from "vitest";
import { readIdentityConfig } from "../config.js";

const environment = () => ({
  PORT: "4001",
  DATABASE_URL: "postgresql://campus_identity@127.0.0.1/campus",
  KEYS_FILE: join(inject("keysFolder"), "identity.json"),
  SMTP_URL: "smtp://127.0.0.1:2525",
});

it("starts the demo with the seed's initial password", () => {
  const config = readIdentityConfig({ ...environment(), SEED: "demo-city", DEMO_PASSWORD: "secret" });
  expect(config).toMatchObject({ initialPassword: "national-id-suffix", demoPassword: "secret" });
});

it.each([
  { change: { MODE: "production" }, missing: "INITIAL_PASSWORD" },
  { change: { INITIAL_PASSWORD: "12345" }, missing: "INITIAL_PASSWORD" },
  { change: { SMTP_URL: "" }, missing: "SMTP_URL" },
  { change: { SEED: "demo-city" }, missing: "DEMO_PASSWORD" },
  { change: { MODE: "production", SEED: "demo-city" }, missing: "production" },
])("does not start with $change, and names $missing", ({ change, missing }) => {
  expect(() => readIdentityConfig({ ...environment(), ...change })).toThrow(missing);
});
