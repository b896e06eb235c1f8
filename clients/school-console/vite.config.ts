import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";
import { browserApp } from "../ui/build/browser-app.ts";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig(
  browserApp({
    folder: here("."),
    base: "/school/",
    alias: [{ find: /^fflate$/, replacement: here("src/sheet/fflate-sync.ts") }],
  }),
);
