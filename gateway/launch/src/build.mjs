// Transpiles every package's TypeScript to <package>/dist, file by file and only what changed. No bundling and no type
// check (`npm run check` does that), so that a start pays a fraction of a second. Runs on Node 20 and newer.
import { createHash } from "node:crypto";
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, extname, join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..", "..");
const record = join(root, "node_modules", ".campus-built.json");
/** Files that the code reads at run time, beside itself. */
const assets = new Set([".sql", ".graphql", ".json", ".csv", ".html", ".css", ".svg", ".ttf", ".txt"]);
/** Where such files may lie; those at a package's top are read from there. */
const assetFolders = ["src", "migrations", "demo", "demo-city", "events", "checks"];
/** Tests are run from source and never built. */
const notBuilt = new Set(["test", "dist", "node_modules"]);
/** What browsers run and read is built by build-apps.mjs. */
const browserFolders = new Set(["ui", "parent-app", "school-console", "docs", "page"]);

function packageFolders() {
  const { workspaces } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  return workspaces
    .flatMap((pattern) => {
      if (!pattern.endsWith("/*")) return [join(root, pattern)];
      const parent = join(root, pattern.slice(0, -2));
      return readdirSync(parent).map((name) => join(parent, name));
    })
    .filter((folder) => basename(folder) !== "test" && !browserFolders.has(basename(folder)))
    .filter((folder) => existsSync(join(folder, "package.json")));
}

function filesUnder(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (!entry.isDirectory()) return [path];
    // A package within a package is built as its own.
    return notBuilt.has(entry.name) || existsSync(join(path, "package.json")) ? [] : filesUnder(path);
  });
}

function isSource(file) {
  return file.endsWith(".ts") && !file.endsWith(".test.ts") && !file.endsWith(".d.ts");
}

function sourcesOf(folder) {
  const code = filesUnder(folder).filter((file) => isSource(file) && !file.includes(".config."));
  const beside = assetFolders.flatMap((name) => filesUnder(join(folder, name)));
  return [...code, ...beside.filter((file) => assets.has(extname(file)))];
}

function outputOf(folder, source) {
  return join(folder, "dist", relative(folder, source)).replace(/\.ts$/, ".js");
}

/** Written beside and renamed, so that a process starting meanwhile never reads half a file. */
function writeWhole(file, content) {
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, content);
  renameSync(draft, file);
}

function removeLeftovers(folder, outputs) {
  for (const file of filesUnder(join(folder, "dist"))) {
    // What ends in a number is being written by another command at this moment.
    if (/\.\d+$/.test(file) || outputs.has(file.replace(/\.map$/, ""))) continue;
    rmSync(file, { force: true });
  }
}

function readRecord(version) {
  try {
    const { version: builtBy, files } = JSON.parse(readFileSync(record, "utf8"));
    return builtBy === version ? files : {};
  } catch {
    return {};
  }
}

async function transpile(esbuild, source, output) {
  const { code, map } = await esbuild.transform(readFileSync(source, "utf8"), {
    loader: "ts",
    format: "esm",
    target: "node26",
    sourcemap: true,
    sourcefile: relative(dirname(output), source).split(sep).join("/"),
    tsconfigRaw: { compilerOptions: { experimentalDecorators: true, verbatimModuleSyntax: true } },
  });
  writeWhole(`${output}.map`, map);
  writeWhole(output, `${code}//# sourceMappingURL=${basename(output)}.map\n`);
}

/** Brings every dist/ up to date, `further` folders' too; answers how many files were written. */
export async function build(further = []) {
  const thisFile = readFileSync(fileURLToPath(import.meta.url));
  const version = createHash("sha256")
    .update(thisFile)
    .update(readFileSync(join(root, "package-lock.json")))
    .digest("hex");
  const before = readRecord(version);
  const files = {};
  const stale = [];
  for (const folder of [...packageFolders(), ...further.map((name) => join(root, name))]) {
    const outputs = new Set();
    for (const source of sourcesOf(folder)) {
      const output = outputOf(folder, source);
      const { mtimeMs, size } = statSync(source);
      const key = relative(root, source);
      files[key] = `${mtimeMs}:${size}`;
      outputs.add(output);
      if (before[key] !== files[key] || !existsSync(output)) stale.push({ source, output });
    }
    removeLeftovers(folder, outputs);
  }
  if (stale.length === 0) return 0;
  const esbuild = await import("esbuild");
  await Promise.all(
    stale.map(async ({ source, output }) => {
      mkdirSync(dirname(output), { recursive: true });
      if (isSource(source)) await transpile(esbuild, source, output);
      else copyFileSync(source, output);
    }),
  );
  await esbuild.stop();
  writeWhole(record, JSON.stringify({ version, files }));
  return stale.length;
}
