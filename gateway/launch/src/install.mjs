// Installs the packages when, and only when, they are not those of the lockfile. Runs before every npm script on
// whatever Node the machine has, so it uses nothing but Node 20's own modules. It never writes to standard output:
// `npm run -s token` prints a token and nothing else.
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { inTerminalLanguage } from "./in-terminal-language.mjs";

const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..", "..");
const lockfile = join(root, "package-lock.json");
const modules = join(root, "node_modules");
const stampFile = join(modules, ".campus-installed");
const lockFolder = join(modules, ".campus-installing");
const quiet = process.env.npm_config_loglevel === "silent";

function print(sentence) {
  if (!quiet) process.stderr.write(`${sentence}\n`);
}

function wantedStamp() {
  const manifests = [lockfile, join(root, "package.json")].map((file) => readFileSync(file));
  const hash = createHash("sha256");
  for (const bytes of manifests) hash.update(bytes);
  return hash.update(`${process.platform}-${process.arch}`).digest("hex");
}

function isInstalled() {
  if (!existsSync(join(modules, ".bin", "node"))) return false;
  return existsSync(stampFile) && readFileSync(stampFile, "utf8") === wantedStamp();
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
}

/** The pid is written right after the folder is made: one that still has none after this long has lost its maker. */
const pidWithinMs = 10_000;

function isOld(folder) {
  try {
    return Date.now() - statSync(folder).mtimeMs > pidWithinMs;
  } catch {
    return false;
  }
}

/** A folder is made by one process only, so it serves as the lock; its owner's pid tells a lock left by a dead one. */
function takeLock() {
  mkdirSync(modules, { recursive: true });
  try {
    mkdirSync(lockFolder);
  } catch {
    let owner = Number.NaN;
    try {
      owner = Number(readFileSync(join(lockFolder, "pid"), "utf8"));
    } catch {
      // The owner has made the folder and not yet written its pid, or died between the two; the next look tells.
    }
    const isLeft = owner > 0 ? !isAlive(owner) : isOld(lockFolder);
    if (isLeft) rmSync(lockFolder, { recursive: true, force: true });
    return false;
  }
  writeFileSync(join(lockFolder, "pid"), String(process.pid));
  return true;
}

function npmInstall() {
  const arguments_ = ["install", "--no-audit", "--no-fund", "--loglevel=error", "--ignore-scripts"];
  // An environment that asks for production packages only (NODE_ENV, npm_config_omit) would leave the build without its tools.
  arguments_.push("--include=dev", "--include=optional");
  const npm = process.env.npm_execpath;
  const [command, leading] = npm?.endsWith("npm-cli.js") ? [process.execPath, [npm]] : ["npm", []];
  const { NODE_ENV: _, ...environment } = process.env;
  return new Promise((resolve, reject) => {
    const child = spawn(command, [...leading, ...arguments_], {
      cwd: root,
      env: environment,
      stdio: ["ignore", "pipe", "pipe"],
    });
    let output = "";
    const keep = (chunk) => {
      output = (output + chunk).slice(-8000);
    };
    child.stdout.on("data", keep);
    child.stderr.on("data", keep);
    child.once("error", reject);
    child.once("close", (code) =>
      code === 0 ? resolve() : reject(new Error(output.trim() || `npm ended with ${code}`)),
    );
    for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => child.kill(signal));
  });
}

function showProgress(startedAt) {
  if (quiet) return () => {};
  const inPlace = process.stderr.isTTY;
  const line = () =>
    `Installing packages (first time only) … ${Math.round((Date.now() - startedAt) / 1000)} s`;
  process.stderr.write(inPlace ? line() : `${line()}\n`);
  const timer = setInterval(
    () => process.stderr.write(inPlace ? `\r${line()}` : `${line()}\n`),
    inPlace ? 1000 : 10_000,
  );
  return () => {
    clearInterval(timer);
    if (inPlace) process.stderr.write("\n");
  };
}

async function install() {
  const startedAt = Date.now();
  const lockBytes = readFileSync(lockfile);
  const stopProgress = showProgress(startedAt);
  try {
    await npmInstall();
  } finally {
    stopProgress();
    // Some npm versions tidy a lockfile while they install; the repository's stays as it was committed.
    if (!readFileSync(lockfile).equals(lockBytes)) writeFileSync(lockfile, lockBytes);
  }
  if (!existsSync(join(modules, ".bin", "node"))) {
    const here = `${process.platform}-${process.arch}`;
    throw new Error(
      inTerminalLanguage({
        "zh-TW": `沒有適用於 ${here} 的 Node 26 套件。\n→ 請改用 Linux（x64、arm64）或 macOS（arm64）。`,
        en: `There is no Node 26 package for ${here}.\n→ Use Linux (x64, arm64) or macOS (arm64).`,
      }),
    );
  }
  writeFileSync(stampFile, wantedStamp());
  print(`Packages installed in ${Math.round((Date.now() - startedAt) / 1000)} s.`);
}

async function main() {
  if (Number(process.versions.node.split(".")[0]) < 20) {
    throw new Error(
      inTerminalLanguage({
        "zh-TW": `這台電腦的 Node 是 ${process.versions.node}，安裝需要 20 或更新的版本。\n→ 請安裝 Node 20 或更新的版本，內含 npm 10。`,
        en: `This machine's Node is ${process.versions.node}; installing needs 20 or newer.\n→ Install Node 20 or newer, which brings npm 10.`,
      }),
    );
  }
  const giveUpAt = Date.now() + 10 * 60_000;
  let waiting = false;
  while (!isInstalled()) {
    if (takeLock()) {
      try {
        await install();
      } finally {
        rmSync(lockFolder, { recursive: true, force: true });
      }
      return;
    }
    if (Date.now() > giveUpAt)
      throw new Error(
        inTerminalLanguage({
          "zh-TW": `另一個安裝程序已占用 ${lockFolder} 十分鐘。\n→ 若沒有程序在安裝，請移除該資料夾。`,
          en: `Another installation has held ${lockFolder} for ten minutes.\n→ If none runs, remove that folder.`,
        }),
      );
    if (!waiting) print("Another command is installing the packages; waiting for it …");
    waiting = true;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}

main().catch((error) => {
  const what = inTerminalLanguage({ "zh-TW": "無法安裝套件。", en: "The packages could not be installed." });
  process.stderr.write(`\n${what}\n${error.message}\n`);
  process.exitCode = 1;
});
