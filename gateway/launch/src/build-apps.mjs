// Builds the browser apps with Vite into their dist/, when and only when what they are made of has changed. Vite wants the
// repository's own Node 26, so it runs as a process of its own.
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..", "..");
/** The apps, and what all of them are made of besides. */
const apps = ["clients/parent-app", "clients/school-console"];
const ingredients = ["clients/ui", "clients/src"];
const notRead = new Set(["dist", "node_modules"]);
/** Beside the built files, never served: the digest of what they were built from. */
const stamp = ".vite/built-from";

function filesUnder(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .sort((one, other) => (one.name < other.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (!entry.isDirectory()) return [path];
      return notRead.has(entry.name) ? [] : filesUnder(path);
    });
}

function digestOf(app) {
  const hash = createHash("sha256").update(readFileSync(join(root, "package-lock.json")));
  for (const folder of [app, ...ingredients])
    for (const file of filesUnder(join(root, folder)))
      hash.update(file.slice(root.length)).update(readFileSync(file));
  return hash.digest("hex");
}

function isFresh(app, digest) {
  const file = join(root, app, "dist", stamp);
  return existsSync(file) && readFileSync(file, "utf8") === digest;
}

function runVite(app) {
  const vite = join(root, "node_modules", "vite", "bin", "vite.js");
  return new Promise((resolve, reject) => {
    const child = spawn(join(root, "node_modules", ".bin", "node"), [vite, "build", "--logLevel", "error"], {
      cwd: join(root, app),
      // Whoever builds, a test or a developer's shell too, builds what is served: never React's development copy.
      env: { ...process.env, NODE_ENV: "production" },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let output = "";
    for (const stream of [child.stdout, child.stderr])
      stream.on("data", (chunk) => {
        output += chunk;
      });
    child.once("error", reject);
    child.once("close", (code) =>
      code === 0 ? resolve() : reject(new Error(`${app} could not be built.\n${output.trim()}`)),
    );
  });
}

/** Brings every app's dist/ up to date; `say` is told of each that takes a while. */
export async function buildApps(say = () => {}) {
  for (const app of apps) {
    const digest = digestOf(app);
    if (isFresh(app, digest)) continue;
    const startedAt = Date.now();
    say(`… Building ${app}`);
    await runVite(app);
    writeFileSync(join(root, app, "dist", stamp), digest);
    say(`✓ Built ${app} (${((Date.now() - startedAt) / 1000).toFixed(1)} s)`);
  }
}
