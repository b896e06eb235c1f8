// Every npm script: bring dist/ up to date, then run the command's entry file under the repository's own Node 26,
// whatever Node the machine has. Signals and the exit code are passed on, and the child never outlives this process.
import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { constants } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "./build.mjs";
import { buildAlone, isAlive } from "./build-alone.mjs";
import { buildApps } from "./build-apps.mjs";
import { inTerminalLanguage } from "./in-terminal-language.mjs";

const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..", "..");
const launch = "gateway/launch/dist/src";
const entries = {
  start: `${launch}/start.js`,
  test: `${launch}/test.js`,
  check: `${launch}/check.js`,
  doctor: `${launch}/doctor.js`,
  keys: `${launch}/keys.js`,
  // Commands to the running graph: the command's name goes along.
  "dead-letters": `${launch}/operator-command.js`,
  partner: `${launch}/operator-command.js`,
  appoint: `${launch}/operator-command.js`,
  bounce: `${launch}/operator-command.js`,
  schools: `${launch}/operator-command.js`,
  settle: `${launch}/operator-command.js`,
  conform: `${launch}/operator-command.js`,
  demo: "clients/dist/demo/main.js",
  token: "clients/dist/demo/token.js",
  gateway: "gateway/dist/src/open-mode/main.js",
  schema: "schema/dist/refresh.js",
  bench: "test/bench/dist/main.js",
};
/** Built for their own command only. */
const builtFor = { bench: ["test/bench"] };
/** What serves the browser apps. */
const servesApps = new Set(["start", "test"]);

/** The npm that runs this script: our parent, or the parent of the shell that npm puts between. */
function npmProcess() {
  if (!process.env.npm_lifecycle_event) return undefined;
  try {
    const shell = readFileSync(`/proc/${process.ppid}/comm`, "utf8").trim();
    if (!/^(sh|dash|bash|ash|busybox|zsh)$/.test(shell)) return process.ppid;
    const stat = readFileSync(`/proc/${process.ppid}/stat`, "utf8");
    return Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]);
  } catch {
    return process.ppid;
  }
}

/** An npm killed with -9 cannot pass anything on; without this look the graph would run on, belonging to nobody. */
function stopWithNpm(child) {
  const npm = npmProcess();
  if (!npm || npm <= 1) return;
  setInterval(() => {
    if (!isAlive(npm)) child.kill("SIGTERM");
  }, 200).unref();
}

/** What the command needs, built. */
async function bringUpToDate(command, print) {
  await build(builtFor[command]).catch((error) => {
    if (error.code !== "EACCES") throw error;
    throw new Error(
      inTerminalLanguage({
        "zh-TW": `這份程式屬於其他使用者，而原始碼比已建置的內容新（${error.message}）。\n→ 請以其擁有者執行一次，或為這個使用者另外 clone 一份。`,
        en: `This checkout belongs to another user, and its sources are newer than what was built (${error.message}).\n→ Run the command once as its owner, or clone it for this user.`,
      }),
    );
  });
  if (!servesApps.has(command) || (command === "start" && (await hasWrongSettings()))) return;
  await buildApps(print);
}

/** Such a start says all that is wrong and ends; nobody waits for apps meanwhile. */
async function hasWrongSettings() {
  const { readLaunchSettings } = await import(pathToFileURL(join(root, launch, "settings.js")).href);
  return readLaunchSettings(process.env).errors.length > 0;
}

async function main() {
  const [command, ...rest] = process.argv.slice(2);
  const entry = entries[command];
  const words = entry?.endsWith("/operator-command.js") ? [command, ...rest] : rest;
  if (!entry) {
    const commands = Object.keys(entries).join(", ");
    throw new Error(
      inTerminalLanguage({
        "zh-TW": `沒有「${command ?? ""}」這個命令。\n→ 請使用其中之一：${commands}`,
        en: `There is no command “${command ?? ""}”.\n→ Use one of these: ${commands}`,
      }),
    );
  }
  const startedAt = Date.now();
  const print = (sentence) => process.stdout.write(`${sentence}\n`);
  await buildAlone(root, print, () => bringUpToDate(command, print));
  if (!existsSync(join(root, entry)))
    throw new Error(
      inTerminalLanguage({
        "zh-TW": `無法執行 ${command}：找不到 ${entry}。\n→ 請以 git status 查看原始碼缺了哪些。`,
        en: `${command} cannot run: ${entry} is missing.\n→ git status shows which sources are missing.`,
      }),
    );

  const bin = join(root, "node_modules", ".bin");
  const withParent = pathToFileURL(join(root, launch, "with-parent.js")).href;
  const child = spawn(
    join(bin, "node"),
    ["--enable-source-maps", "--import", withParent, join(root, entry), ...words],
    {
      cwd: root,
      stdio: ["inherit", "inherit", "inherit", "ipc"],
      env: {
        ...process.env,
        PATH: `${bin}${delimiter}${process.env.PATH}`,
        CAMPUS_STARTED_AT: String(startedAt),
      },
    },
  );
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  stopWithNpm(child);
  child.once("error", (error) => {
    process.stderr.write(`${command} could not be started: ${error.message}\n`);
    process.exitCode = 1;
  });
  child.once("exit", (code, signal) => {
    process.exitCode = code ?? 128 + constants.signals[signal];
    process.disconnect?.();
  });
}

main().catch((error) => {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
});
