import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { compressed } from "./build/compressed.ts";
import { workerFiles } from "./build/worker-files.ts";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
/** Where `npm start` serves the graph, for `npm run dev -w clients/parent-app`. */
const graph = process.env.GRAPH_URL ?? "http://localhost:4000";

export default defineConfig({
  root: here("."),
  base: "/parent/",
  plugins: [react(), workerFiles(here("public")), compressed(here("dist"))],
  resolve: {
    // From source: the "source" condition would make Vite take other packages' sources too, silently.
    alias: [
      { find: /^@campus-graph\/clients\/(.*)$/, replacement: `${here("../src")}/$1` },
      { find: /^@campus-graph\/ui\/(.*)$/, replacement: `${here("../ui")}/$1` },
    ],
  },
  build: {
    outDir: here("dist"),
    emptyOutDir: true,
    target: "es2022",
    manifest: true,
    sourcemap: false,
    // A strict policy allows files of our own only: nothing is inlined.
    assetsInlineLimit: 0,
    // What was preloaded before the worker took over is fetched twice, and browsers complain of it.
    modulePreload: false,
    rolldownOptions: {
      input: { app: here("index.html"), sw: here("worker/sw.ts") },
      output: {
        entryFileNames: ({ name }) => (name === "sw" ? "sw.js" : "assets/[name]-[hash].js"),
      },
    },
  },
  server: {
    proxy: Object.fromEntries(
      ["/graphql", "/session", "/sso", "/documents"].map((path) => [
        path,
        // As a page of the graph's own origin, for which alone its cookie counts.
        { target: graph, ws: true, headers: { origin: new URL(graph).origin } },
      ]),
    ),
  },
});
