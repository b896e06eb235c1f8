import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { checkoutFolder } from "@campus-graph/launch/settings";
import { print, rounded, table } from "./results.js";

interface ProfileNode {
  id: number;
  callFrame: { functionName: string; url: string; lineNumber: number };
  children?: number[];
}

interface Profile {
  nodes: ProfileNode[];
  samples: number[];
  timeDeltas: number[];
}

/** Flags of Node by which a process writes its profile into the folder when it ends. */
export function profiledInto(folder: string): string[] {
  return ["--cpu-prof", `--cpu-prof-dir=${folder}`, "--cpu-prof-interval=500"];
}

/** Prints where a process that has ended spent its time, from so long after its start on. */
export function printProfile(folder: string, fromMs: number): void {
  const [file] = readdirSync(folder);
  const whole = JSON.parse(readFileSync(join(folder, file!), "utf8")) as Profile;
  const profile = since(whole, fromMs * 1_000);
  print(table(selfTimes(profile).slice(0, 30)));
  print(table(byPackage(profile).slice(0, 12)));
  print(table(byOwnFunction(profile).slice(0, 30)));
}

/** Without what was compiled and filled in the beginning. */
function since({ nodes, samples, timeDeltas }: Profile, afterUs: number): Profile {
  let at = 0;
  for (let elapsedUs = 0; at < samples.length && elapsedUs < afterUs; at++) elapsedUs += timeDeltas[at]!;
  return { nodes, samples: samples.slice(at), timeDeltas: timeDeltas.slice(at) };
}

/** Time on top of the stack, by function. */
function selfTimes(profile: Profile) {
  return sums(profile, ({ callFrame }) => nameOf(callFrame));
}

/** Time by the innermost function of our own that was under way, with what it calls of others. */
function byOwnFunction(profile: Profile) {
  const callers = new Map<number, ProfileNode>();
  for (const node of profile.nodes) for (const child of node.children ?? []) callers.set(child, node);
  const isOwn = ({ url }: ProfileNode["callFrame"]) =>
    url.startsWith("file:") && !url.includes("/node_modules/");
  return sums(profile, (node) => {
    let at: ProfileNode | undefined = node;
    while (at && !isOwn(at.callFrame)) at = callers.get(at.id);
    return nameOf((at ?? node).callFrame);
  });
}

function nameOf({ functionName, url, lineNumber }: ProfileNode["callFrame"]): string {
  return url ? `${functionName || "(anonymous)"} ${shortened(url)}:${lineNumber + 1}` : functionName;
}

function byPackage(profile: Profile) {
  return sums(profile, ({ callFrame: { functionName, url } }) => {
    if (!url) return functionName;
    if (url.startsWith("node:")) return url.split("/")[0]!;
    return (
      /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(url)?.[1] ?? shortened(url).split("/").slice(0, 4).join("/")
    );
  });
}

function sums({ nodes, samples, timeDeltas }: Profile, name: (node: ProfileNode) => string) {
  const names = new Map(nodes.map((node) => [node.id, name(node)]));
  const spent = new Map<string, number>();
  let total = 0;
  for (const [at, id] of samples.entries()) {
    const spender = names.get(id)!;
    if (spender === "(idle)") continue;
    total += timeDeltas[at]!;
    spent.set(spender, (spent.get(spender) ?? 0) + timeDeltas[at]!);
  }
  return [...spent]
    .sort(([, one], [, other]) => other - one)
    .map(([spender, time]) => ({ "%": rounded((time / total) * 100, 1), name: spender }));
}

function shortened(url: string): string {
  return url.replace(`file://${checkoutFolder()}/`, "").replace(/^.*node_modules\//, "");
}
