import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";
import { browserApp } from "../ui/build/browser-app.ts";

export default defineConfig(
  browserApp({ folder: fileURLToPath(new URL(".", import.meta.url)), base: "/school/" }),
);
