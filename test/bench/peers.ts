import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { UsageError } from "./options.js";
import { benchFolder, print } from "./results.js";

/** Whom we are compared with: a package of its own, so that the project never installs it. */
export const peersFolder = join(benchFolder, "peers");

/** Installs the peers when they are not those of their lockfile. */
export function installPeers(): void {
  const stampFile = join(peersFolder, "node_modules", ".campus-installed");
  const wanted = createHash("sha256")
    .update(readFileSync(join(peersFolder, "package-lock.json")))
    .digest("hex");
  if (existsSync(stampFile) && readFileSync(stampFile, "utf8") === wanted) return;
  print("Installing the gateways to compare with (some 500 MB, first time only) …");
  const flags = ["--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error", "--include=optional"];
  const npm = process.env.npm_execpath;
  const [command, leading] = npm?.endsWith("npm-cli.js") ? [process.execPath, [npm]] : ["npm", []];
  const { status } = spawnSync(command, [...leading, "install", ...flags], {
    cwd: peersFolder,
    stdio: ["ignore", "inherit", "inherit"],
  });
  if (status !== 0)
    throw new UsageError(
      {
        en: "The gateways to compare with could not be installed.",
        "zh-TW": "無法安裝用來比較的閘道。",
      },
      `npm install --prefix ${peersFolder}`,
    );
  writeFileSync(stampFile, wanted);
}
