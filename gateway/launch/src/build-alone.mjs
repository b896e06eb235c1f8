// Of several commands in one checkout, one builds at a time: they would take each other's half-written files away.
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { inTerminalLanguage } from "./in-terminal-language.mjs";

const lookEveryMs = 100;
const mostLooksInVain = 50;

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

/** Runs `work` once no other command of this checkout builds; `say` is called if it has to wait. */
export async function buildAlone(root, say, work) {
  const file = join(root, "node_modules", ".campus-building");
  let hasSaid = false;
  let looksInVain = 0;
  while (!take(file)) {
    const holder = holderOf(file);
    // One that was killed while it built leaves its file behind, and one that was killed sooner an empty one.
    if (holder === undefined) looksInVain++;
    if (holder === undefined ? looksInVain > mostLooksInVain : !isAlive(holder))
      rmSync(file, { force: true });
    else {
      if (!hasSaid && holder !== undefined)
        say(
          inTerminalLanguage({
            "zh-TW": `… 另一個命令（程序 ${holder}）正在此處建置，等它完成。`,
            en: `… Another command (process ${holder}) is building here; waiting for it.`,
          }),
        );
      hasSaid ||= holder !== undefined;
      await new Promise((resolve) => setTimeout(resolve, lookEveryMs));
    }
  }
  try {
    return await work();
  } finally {
    if (holderOf(file) === process.pid) rmSync(file, { force: true });
  }
}
