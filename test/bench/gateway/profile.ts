import { join } from "node:path";
import { printProfile, profiledInto } from "../cpu-profile.js";
import type { Options } from "../options.js";
import { print, rounded } from "../results.js";
import { Load } from "./load.js";
import type { Query } from "./queries.js";
import { type Prerequisites, type StandIn, startOne } from "./subjects.js";

/** For each question, in which functions a gateway of its own spends its time, warm. */
export async function profileOurs(
  prerequisites: Prerequisites,
  standIn: StandIn,
  queries: readonly Query[],
  { quick }: Options,
): Promise<void> {
  for (const query of queries) {
    const folder = join(prerequisites.folder, `profile-${query.name}`);
    const startedAt = performance.now();
    const { process, url } = await startOne("ours", prerequisites, standIn, profiledInto(folder));
    const load = new Load(url, process.cpuMs);
    let warmAfterMs = 0;
    try {
      await load.measure(query, quick ? 3_000 : 8_000);
      warmAfterMs = performance.now() - startedAt;
      const { cpuMsPerRequest } = await load.measure(query, quick ? 4_000 : 15_000);
      print(`\n${query.name}: ${rounded(cpuMsPerRequest, 3)} ms of CPU per request under the profiler`);
    } finally {
      await load.close();
      await process[Symbol.asyncDispose]();
    }
    printProfile(folder, warmAfterMs);
  }
}
