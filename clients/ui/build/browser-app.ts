import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import type { PluginOption, UserConfig } from "vite";
import { compressed } from "./compressed.ts";

const clients = fileURLToPath(new URL("../../", import.meta.url));
/** Where `npm start` serves the graph, for `npm run dev` of an app. */
const graph = process.env.GRAPH_URL ?? "http://localhost:4000";

interface BrowserApp {
  /** The app's own folder, which has its index.html. */
  folder: string;
  /** Where the gateway serves it, with a slash at its end. */
  base: string;
  plugins?: PluginOption[];
  /** Packages that the app takes from elsewhere. */
  alias?: { find: RegExp; replacement: string }[];
  /** Further entries, each by its name in the build. */
  entries?: Record<string, string>;
}

/** How Vite builds an app of the city: files of our own only, by their digests, compressed once. */
export function browserApp({ folder, base, plugins = [], alias = [], entries = {} }: BrowserApp): UserConfig {
  return {
    root: folder,
    base,
    plugins: [react(), ...plugins, compressed(`${folder}/dist`)],
    resolve: {
      // From source: the "source" condition would make Vite take other packages' sources too, silently.
      alias: [
        ...alias,
        { find: /^@campus-graph\/clients\/(.*)$/, replacement: `${clients}src/$1` },
        { find: /^@campus-graph\/ui\/(.*)$/, replacement: `${clients}ui/$1` },
      ],
    },
    build: {
      outDir: `${folder}/dist`,
      emptyOutDir: true,
      target: "es2022",
      manifest: true,
      sourcemap: false,
      // A strict policy allows files of our own only: nothing is inlined.
      assetsInlineLimit: 0,
      // What was preloaded before a worker took over is fetched twice, and browsers complain of it.
      modulePreload: false,
      rolldownOptions: {
        input: { app: `${folder}/index.html`, ...entries },
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
  };
}
