import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { checkoutFolder } from "@campus-graph/gateway/launch/settings";
import type { Options } from "../options.js";
import { rounded, say, table } from "../results.js";
import { Load } from "./load.js";
import type { Query } from "./queries.js";
import { type Ground, type StandIn, startOne } from "./subjects.js";

interface Profile {
  nodes: { id: number; callFrame: { functionName: string; url: string; lineNumber: number } }[];
  samples: number[];
  timeDeltas: number[];
}

/** For each question, in which functions a gateway of its own spends its time, warm. */
export async function profileOurs(
  ground: Ground,
  standIn: StandIn,
  queries: readonly Query[],
  { quick }: Options,
): Promise<void> {
  for (const query of queries) {
    const folder = join(ground.folder, `profile-${query.name}`);
    const flags = ["--cpu-prof", `--cpu-prof-dir=${folder}`, "--cpu-prof-interval=500"];
    const startedAt = performance.now();
    const { process, url } = await startOne("ours", ground, standIn, flags);
    const load = new Load(url, process.cpuMs);
    let warmAfterMs = 0;
    try {
      await load.measure(query, quick ? 3_000 : 8_000);
      warmAfterMs = performance.now() - startedAt;
      const { cpuMsPerRequest } = await load.measure(query, quick ? 4_000 : 15_000);
      say(`\n${query.name}: ${rounded(cpuMsPerRequest, 3)} ms of CPU per request under the profiler`);
    } finally {
      await load.close();
      await process[Symbol.asyncDispose]();
    }
    const [file] = readdirSync(folder);
    const whole = JSON.parse(readFileSync(join(folder, file!), "utf8")) as Profile;
    const profile = since(whole, warmAfterMs * 1_000);
    say(table(selfTimes(profile).slice(0, 30)));
    say(table(byPackage(profile).slice(0, 12)));
  }
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
