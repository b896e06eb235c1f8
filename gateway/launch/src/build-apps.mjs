// Builds the browser apps and the documentation into their dist/, when and only when what they are made of has changed.
// What builds them wants the repository's own Node 26, so it runs as a process of its own.
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..", "..");
const vite = [join("node_modules", "vite", "bin", "vite.js"), "build", "--logLevel", "error"];
/** Each with the program that builds it, run in its own folder, and with what it is made of. */
const apps = [
  {
    folder: "clients/parent-app",
    program: vite,
    madeOf: ["clients/parent-app", "clients/ui", "clients/src"],
  },
  {
    folder: "clients/school-console",
    program: vite,
    madeOf: ["clients/school-console", "clients/ui", "clients/src"],
  },
  { folder: "clients/wallet/page", program: vite, madeOf: ["clients/wallet/page"] },
  {
    folder: "clients/docs",
    program: [join("clients", "docs", "src", "main.ts")],
    madeOf: JSON.parse(readFileSync(join(root, "clients/docs/package.json"), "utf8")).madeOf,
  },
];
const notRead = new Set(["dist", "node_modules"]);
/** Beside the built files, never served: the digest of what they were built from. */
const stamp = ".vite/built-from";

function filesUnder(folder) {
  if (statSync(folder).isFile()) return [folder];
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
  for (const folder of app.madeOf)
    for (const file of filesUnder(join(root, folder)))
      hash.update(file.slice(root.length)).update(readFileSync(file));
  return hash.digest("hex");
}

function isFresh(app, digest) {
  const file = join(root, app.folder, "dist", stamp);
  return existsSync(file) && readFileSync(file, "utf8") === digest;
}

function runProgram({ folder, program: [file, ...words] }) {
  return new Promise((resolve, reject) => {
    const child = spawn(join(root, "node_modules", ".bin", "node"), [join(root, file), ...words], {
      cwd: join(root, folder),
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
      code === 0 ? resolve() : reject(new Error(`${folder} could not be built.\n${output.trim()}`)),
    );
  });
}

/** Brings every app's dist/ up to date; `print` is called for each that is built. */
export async function buildApps(print = () => {}) {
  for (const app of apps) {
    const digest = digestOf(app);
    if (isFresh(app, digest)) continue;
    const startedAt = Date.now();
    print(`… Building ${app.folder}`);
    await runProgram(app);
    const file = join(root, app.folder, "dist", stamp);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, digest);
    print(`✓ Built ${app.folder} (${((Date.now() - startedAt) / 1000).toFixed(1)} s)`);
  }
}
