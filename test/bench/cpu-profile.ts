import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { checkoutFolder } from "@campus-graph/gateway/launch/settings";
import { rounded, say, table } from "./results.js";

interface Profile {
  nodes: { id: number; callFrame: { functionName: string; url: string; lineNumber: number } }[];
  samples: number[];
  timeDeltas: number[];
}

/** Flags of Node by which a process writes its profile into the folder when it ends. */
export function profiledInto(folder: string): string[] {
  return ["--cpu-prof", `--cpu-prof-dir=${folder}`, "--cpu-prof-interval=500"];
}

/** Prints where a process that has ended spent its time, from so long after its start on. */
export function tellProfile(folder: string, fromMs: number): void {
  const [file] = readdirSync(folder);
  const whole = JSON.parse(readFileSync(join(folder, file!), "utf8")) as Profile;
  const profile = since(whole, fromMs * 1_000);
  say(table(selfTimes(profile).slice(0, 30)));
  say(table(byPackage(profile).slice(0, 12)));
}

/** Without what was compiled and filled in the beginning. */
function since({ nodes, samples, timeDeltas }: Profile, afterUs: number): Profile {
  let at = 0;
  for (let elapsedUs = 0; at < samples.length && elapsedUs < afterUs; at++) elapsedUs += timeDeltas[at]!;
  return { nodes, samples: samples.slice(at), timeDeltas: timeDeltas.slice(at) };
}

/** Time on top of the stack, by function. */
function selfTimes(profile: Profile) {
  return sums(profile, ({ functionName, url, lineNumber }) =>
    url ? `${functionName || "(anonymous)"} ${shortened(url)}:${lineNumber + 1}` : functionName,
  );
}

function byPackage(profile: Profile) {
  return sums(profile, ({ functionName, url }) => {
    if (!url) return functionName;
    if (url.startsWith("node:")) return url.split("/")[0]!;
    return (
      /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(url)?.[1] ?? shortened(url).split("/").slice(0, 4).join("/")
    );
  });
}

function sums(
  { nodes, samples, timeDeltas }: Profile,
  nameOf: (frame: Profile["nodes"][0]["callFrame"]) => string,
) {
  const names = new Map(nodes.map(({ id, callFrame }) => [id, nameOf(callFrame)]));
  const spent = new Map<string, number>();
  let total = 0;
  for (const [at, id] of samples.entries()) {
    const name = names.get(id)!;
    if (name === "(idle)") continue;
    total += timeDeltas[at]!;
    spent.set(name, (spent.get(name) ?? 0) + timeDeltas[at]!);
  }
  return [...spent]
    .sort(([, one], [, other]) => other - one)
    .map(([name, time]) => ({ "%": rounded((time / total) * 100, 1), name }));
}

function shortened(url: string): string {
  return url.replace(`file://${checkoutFolder()}/`, "").replace(/^.*node_modules\//, "");
}
