import { readdirSync } from "node:fs";
import { join } from "node:path";
import { defineConfig } from "vitest/config";

const root = join(import.meta.dirname, "..");

export default defineConfig({
  root,
  // Vite would load graphql's ESM copy for our sources and its CommonJS copy for libraries: two realms, one schema.
  resolve: { alias: [{ find: /^graphql$/, replacement: "graphql/index.js" }] },
  // Our own packages are tested from source. Conditions reach Node's require() too, where "import" would break libraries.
  ssr: { resolve: { conditions: ["source", "node", "default"] } },
  oxc: { decorator: { legacy: true, emitDecoratorMetadata: false } },
  test: {
    globalSetup: [join(import.meta.dirname, "harness/global-setup.ts")],
    setupFiles: ["reflect-metadata"],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
    // CI's machines are shared, and these tests run real processes: one that fails is tried once more there, and the
    // report marks it (retry x1), so that a test that needs it is seen and mended.
    retry: process.env.CI ? 1 : 0,
    projects: [
      ...readdirSync(join(root, "subgraphs")).map((name) => ({
        extends: true as const,
        test: { name, include: [`subgraphs/${name}/**/*.test.ts`] },
      })),
      { extends: true, test: { name: "gateway", include: ["gateway/{src,launch/src}/**/*.test.ts"] } },
      {
        extends: true,
        test: {
          name: "graph",
          include: [
            "test/{contract,journeys,harness}/**/*.test.ts",
            "clients/**/*.test.ts",
            "schema/**/*.test.ts",
          ],
        },
      },
      {
        extends: true,
        test: {
          name: "apps",
          include: ["test/apps/**/*.test.ts"],
          globalSetup: [join(import.meta.dirname, "apps/chromium-setup.ts")],
        },
      },
      { extends: true, test: { name: "faults", include: ["test/faults/**/*.test.ts"] } },
    ],
  },
});
