import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";
import { browserApp } from "../ui/build/browser-app.ts";
import { workerFiles } from "./build/worker-files.ts";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig(
  browserApp({
    folder: here("."),
    base: "/parent/",
    plugins: [workerFiles(here("public"))],
    entries: { sw: here("worker/sw.ts") },
  }),
);
