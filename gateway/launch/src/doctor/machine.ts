import { execFileSync } from "node:child_process";
import { accessSync, constants, existsSync, statfsSync } from "node:fs";
import { dirname, join } from "node:path";
import { type Finding, fine, problem, remark } from "./finding.js";
import { asItIs, sentence } from "./words.js";

const gibibyte = 1024 ** 3;
/** A city's first data takes a tenth of this; below it PostgreSQL is one busy evening from stopping. */
const leastFreeBytes = gibibyte;
const platforms = ["linux-x64", "linux-arm64", "darwin-arm64"];

export function lookAtMachine(root: string, dataFolder: string): Finding[] {
  return [platform(), node(root), npm(), disk(dataFolder), writable(dataFolder)];
}

function platform(): Finding {
  const here = `${process.platform}-${process.arch}`;
  if (platforms.includes(here)) return fine("machine", asItIs(here));
  return problem(
    "machine",
    sentence("noPackages", { here }),
    sentence("usePlatform", { platforms: platforms.join(", ") }),
  );
}

function node(root: string): Finding {
  const own = join(root, "node_modules", ".bin", "node");
  if (!existsSync(own)) return problem("node", sentence("nodeMissing"), sentence("installNode"));
  const version = process.versions.node;
  const [major] = version.split(".");
  if (major === "26") return fine("node", sentence("nodeFine", { version }));
  return problem("node", sentence("nodeOther", { version }), sentence("useScripts"));
}

function npm(): Finding {
  try {
    // The npm that runs this script says its version in the user agent: "npm/11.0.0 node/v20 …".
    const named = /npm\/(\S+)/.exec(process.env.npm_config_user_agent ?? "")?.[1];
    const version = named ?? execFileSync("npm", ["--version"], { encoding: "utf8", stdio: "pipe" }).trim();
    if (Number(version.split(".")[0]) >= 10) return fine("npm", asItIs(version));
    return problem("npm", sentence("npmOld", { version }), sentence("renewNpm"));
  } catch {
    return remark("npm", sentence("npmMissing"), sentence("installNpm"));
  }
}

function disk(dataFolder: string): Finding {
  const { bavail, bsize } = statfsSync(nearestExisting(dataFolder));
  const free = bavail * bsize;
  const message = sentence("free", { size: (free / gibibyte).toFixed(1), folder: dataFolder });
  if (free >= leastFreeBytes) return fine("disk", message);
  return problem("disk", message, sentence("makeRoom"));
}

function writable(dataFolder: string): Finding {
  const folder = nearestExisting(dataFolder);
  try {
    accessSync(folder, constants.W_OK | constants.X_OK);
    return fine("dataFolder", asItIs(dataFolder));
  } catch {
    return problem("dataFolder", sentence("notWritable", { folder }), sentence("chooseFolder"));
  }
}

function nearestExisting(path: string): string {
  return existsSync(path) ? path : nearestExisting(dirname(path));
}
