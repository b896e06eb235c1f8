import { execFileSync } from "node:child_process";
import { accessSync, constants, existsSync, statfsSync } from "node:fs";
import { dirname, join } from "node:path";
import { type Finding, fine, problem, remark } from "./finding.js";

const gibibyte = 1024 ** 3;
/** A city's first data takes a tenth of this; below it PostgreSQL is one busy evening from stopping. */
const leastFreeBytes = gibibyte;
const platforms = ["linux-x64", "linux-arm64", "darwin-arm64"];

export function lookAtMachine(root: string, dataFolder: string): Finding[] {
  return [platform(), node(root), npm(), disk(dataFolder), writable(dataFolder)];
}

function platform(): Finding {
  const here = `${process.platform}-${process.arch}`;
  if (platforms.includes(here)) return fine("Machine", here);
  return problem(
    "Machine",
    `${here} has no Node and PostgreSQL packages`,
    `Use one of ${platforms.join(", ")}.`,
  );
}

function node(root: string): Finding {
  const own = join(root, "node_modules", ".bin", "node");
  if (!existsSync(own))
    return problem("Node", "the repository's own Node is not installed", "Run npm start: it installs.");
  const [major] = process.versions.node.split(".");
  if (major === "26") return fine("Node", `${process.versions.node}, from the packages`);
  return problem(
    "Node",
    `runs on ${process.versions.node} instead of 26`,
    "Use the npm scripts: they run the right one.",
  );
}

function npm(): Finding {
  try {
    // The npm that runs this script says its version in the user agent: "npm/11.0.0 node/v20 …".
    const named = /npm\/(\S+)/.exec(process.env.npm_config_user_agent ?? "")?.[1];
    const version = named ?? execFileSync("npm", ["--version"], { encoding: "utf8", stdio: "pipe" }).trim();
    if (Number(version.split(".")[0]) >= 10) return fine("npm", version);
    return problem("npm", `${version} is too old`, "Install Node 20 or newer, which brings npm 10.");
  } catch {
    return remark("npm", "not found on the PATH", "Install Node 20 or newer, which brings it.");
  }
}

function disk(dataFolder: string): Finding {
  const { bavail, bsize } = statfsSync(nearestExisting(dataFolder));
  const free = bavail * bsize;
  const says = `${(free / gibibyte).toFixed(1)} GiB free for ${dataFolder}`;
  if (free >= leastFreeBytes) return fine("Disk", says);
  return problem("Disk", says, "Make room, or choose another place: CAMPUS_DATA=/some/folder npm start");
}

function writable(dataFolder: string): Finding {
  const folder = nearestExisting(dataFolder);
  try {
    accessSync(folder, constants.W_OK | constants.X_OK);
    return fine("Data folder", dataFolder);
  } catch {
    return problem(
      "Data folder",
      `${folder} cannot be written by this user`,
      "Choose another: CAMPUS_DATA=/some/folder npm start",
    );
  }
}

function nearestExisting(path: string): string {
  return existsSync(path) ? path : nearestExisting(dirname(path));
}
