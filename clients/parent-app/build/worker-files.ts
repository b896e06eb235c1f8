import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Plugin } from "vite";

/** Tells the service worker which files the app is made of, and under which version to keep them. */
export function workerFiles(publicFolder: string): Plugin {
  return {
    name: "worker-files",
    // After the page itself was written.
    enforce: "post",
    generateBundle(_options, bundle) {
      const worker = bundle["sw.js"];
      if (worker?.type !== "chunk") throw new Error("The build made no sw.js.");
      const digest = createHash("sha256");
      const files: string[] = [];
      for (const each of Object.values(bundle)) {
        if (each === worker || each.fileName.startsWith(".vite/")) continue;
        files.push(each.fileName);
        digest.update(each.fileName).update(each.type === "chunk" ? each.code : each.source);
      }
      for (const name of readdirSync(publicFolder, { recursive: true, encoding: "utf8" }).filter(isFile)) {
        files.push(name);
        digest.update(readFileSync(join(publicFolder, name)));
      }
      const addresses = files.sort().map((name) => `/parent/${name}`);
      worker.code = `const appFiles = ${JSON.stringify(addresses)}, appVersion = "${digest.digest("hex").slice(0, 16)}";\n${worker.code}`;
    },
  };
}

function isFile(name: string): boolean {
  return name.includes(".");
}
