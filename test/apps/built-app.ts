import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

interface Chunk {
  file: string;
  imports?: string[];
  css?: string[];
}

/** What Vite has built of an app, `parent-app` or another folder of clients/. */
export function builtApp(app: string) {
  const dist = new URL(`../../clients/${app}/dist/`, import.meta.url);
  const read = (file: string) => readFileSync(fileURLToPath(new URL(file, dist)), "utf8");
  return {
    page: () => read("index.html"),
    /** The files that a browser loads before it shows anything, and their size when gzipped. */
    firstLoad() {
      const manifest = JSON.parse(read(".vite/manifest.json")) as Record<string, Chunk>;
      const files = new Set(["index.html"]);
      const gather = (name: string) => {
        const { file, css = [], imports = [] } = manifest[name]!;
        for (const each of [file, ...css]) files.add(each);
        imports.forEach(gather);
      };
      gather("index.html");
      const bytes = [...files].reduce((sum, file) => sum + gzipSync(read(file)).length, 0);
      return { files: [...files], bytes };
    },
  };
}
