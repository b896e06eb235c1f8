// Of several commands in one checkout, one builds at a time: they would take each other's half-written files away.
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { inTerminalLanguage } from "./in-terminal-language.mjs";

const lookEveryMs = 100;
const mostFailedLooks = 50;

export function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
}

/** Writes our process into the file, if it is not there. Whoever may not write here builds nothing, and needs no turn. */
function take(file) {
  try {
    writeFileSync(file, String(process.pid), { flag: "wx" });
    return true;
  } catch (error) {
    if (error.code === "EEXIST") return false;
    if (error.code === "EACCES" || error.code === "EROFS" || error.code === "ENOENT") return true;
    throw error;
  }
}

function holderOf(file) {
  try {
    return Number(readFileSync(file, "utf8")) || undefined;
  } catch {
    return undefined;
  }
}

/** Runs `work` once no other command of this checkout builds; `print` is called if it has to wait. */
export async function buildAlone(root, print, work) {
  const file = join(root, "node_modules", ".campus-building");
  let hasPrinted = false;
  let failedLooks = 0;
  while (!take(file)) {
    const holder = holderOf(file);
    // One that was killed while it built leaves its file behind, and one that was killed sooner an empty one.
    if (holder === undefined) failedLooks++;
    if (holder === undefined ? failedLooks > mostFailedLooks : !isAlive(holder))
      rmSync(file, { force: true });
    else {
      if (!hasPrinted && holder !== undefined)
        print(
          inTerminalLanguage({
            "zh-TW": `… 另一個命令（程序 ${holder}）正在此處建置，等它完成。`,
            en: `… Another command (process ${holder}) is building here; waiting for it.`,
          }),
        );
      hasPrinted ||= holder !== undefined;
      await new Promise((resolve) => setTimeout(resolve, lookEveryMs));
    }
  }
  try {
    return await work();
  } finally {
    if (holderOf(file) === process.pid) rmSync(file, { force: true });
  }
}
