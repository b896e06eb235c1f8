import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  root: here("."),
  base: "/wallet/",
  build: {
    outDir: here("dist"),
    emptyOutDir: true,
    target: "es2022",
    manifest: true,
    // A strict policy allows files of our own only: nothing is inlined.
    assetsInlineLimit: 0,
    modulePreload: false,
  },
});
