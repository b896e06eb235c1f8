import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { launchCity } from "../city/launched-city.js";
import { divideCores } from "../cores.js";
import { Load } from "../gateway/load.js";
import { prepareQueries, type Query } from "../gateway/queries.js";
import { startOne, startStandIn } from "../gateway/subjects.js";
import type { Options } from "../options.js";
import { median, print, quantile, type Row, rounded, table, writeResults } from "../results.js";
import { built, type SubjectProcess, startSubject } from "../subject-process.js";
import { overHttp, overSockets } from "./abuser.js";
import type { Spell } from "./abusers.js";
import { abusive } from "./abusive.js";
import { steadily } from "./steady.js";

/** Normal requests in each second, the four questions in turn. */
const normalPerSecond = 100;
/** Abusive requests in each second. */
const abusivePerSecond = [0, 20, 100] as const;

/** One stretch of normal traffic, with or without abuse beside it. */
interface Stretch {
  p50Ms: number;
  p95Ms: number;
  p99Ms: number;
  cpuMs: number;
}

/** What normal traffic notices while others send what must be refused. */
export async function abuse(options: Options, stop: AbortSignal): Promise<void> {
  const cores = divideCores();
  await using stack = new AsyncDisposableStack();
  const folder = mkdtempSync(join(tmpdir(), "campus-bench-"));
  stack.defer(() => rmSync(folder, { recursive: true, force: true }));
  print("Starting the city and filling it: 25 families, a year's bills for each child …");
  const city = await launchCity(stack, stop);
  const queries = await prepareQueries(city);
  const prerequisites = { city, folder, core: cores?.subject ?? null };
  const standIn = await startStandIn(prerequisites, stack);
  const { process: ours, url } = await startOne("ours", prerequisites, standIn);
  stack.defer(() => ours[Symbol.asyncDispose]());
  const load = new Load(url, ours.cpuMs);
  stack.defer(() => load.close());
  const abusers = stack.use(
    await startSubject({
      name: "abusers",
      args: [built("abuse/abusers.js")],
      env: { GATEWAY_URL: url },
      readyUrl: null,
      core: null,
    }),
  );

  for (const query of queries) await load.measure(query, options.quick ? 500 : 5_000);
  const before = (await standIn.counts()).received;
  for (const abuser of [overHttp(url), overSockets(url)]) for (const each of abusive) await abuser(each);
  if ((await standIn.counts()).received !== before) throw new Error("An abusive request led to a fetch.");
  print("All are refused over HTTP and over sockets, and none led to a fetch.");

  const forMs = options.quick ? 1_000 : 6_000;
  const rounds = options.rounds ?? (options.quick ? 2 : 9);
  const stretches = new Map<number, Stretch[]>(abusivePerSecond.map((rate) => [rate, []]));
  for (let round = 0; round < rounds; round++) {
    for (const at of abusivePerSecond.keys()) {
      stop.throwIfAborted();
      const rate = abusivePerSecond[(at + round) % abusivePerSecond.length]!;
      stretches.get(rate)!.push(await measure(load, queries, abusers, { perSecond: rate, forMs }));
    }
    print(`round ${round + 1} of ${rounds}`);
  }
  const rows = abusivePerSecond.map((rate) => rowOf(rate, stretches, forMs));
  print(`\n${table(rows)}`);
  writeResults("abuse", rows, {
    node: process.version,
    cpu: cpus()[0]?.model,
    pinned: cores !== null,
    rounds,
    quick: options.quick,
    abuses: abusive.map(({ name }) => name),
  });
}

async function measure(
  load: Load,
  queries: readonly Query[],
  abusers: SubjectProcess,
  spell: Spell,
): Promise<Stretch> {
  const cpuBefore = load.cpuMs();
  const abused = abuseFor(abusers, spell);
  const latencies = await steadily(normalPerSecond, spell.forMs, (nth) =>
    load.execute(queries[nth % queries.length]!),
  );
  await abused;
  return {
    p50Ms: quantile(latencies, 0.5),
    p95Ms: quantile(latencies, 0.95),
    p99Ms: quantile(latencies, 0.99),
    cpuMs: load.cpuMs() - cpuBefore,
  };
}

async function abuseFor({ child }: SubjectProcess, spell: Spell): Promise<void> {
  if (spell.perSecond === 0) return;
  const ended = once(child, "message") as Promise<[{ failure: string | null }]>;
  child.send(spell);
  const [{ failure }] = await ended;
  if (failure !== null) throw new Error(failure);
}

/** Each round's stretch is held against the same round's calm one. */
function rowOf(rate: number, stretches: ReadonlyMap<number, readonly Stretch[]>, forMs: number): Row {
  const own = stretches.get(rate)!;
  const calm = stretches.get(0)!;
  const of = (measure: keyof Stretch) => median(own.map((stretch) => stretch[measure]));
  const requests = (normalPerSecond * forMs) / 1_000;
  const abuses = (rate * forMs) / 1_000;
  const beyondCalm = median(own.map(({ cpuMs }, round) => cpuMs - calm[round]!.cpuMs));
  return {
    subject: "ours",
    query: rate === 0 ? "calm" : `${rate} abusive a second`,
    fetches: 0,
    requestsPerSecond: normalPerSecond,
    cpuMsPerRequest: rounded(median(calm.map(({ cpuMs }) => cpuMs)) / requests, 3),
    cpuMsPerAbuse: rate === 0 ? null : rounded(beyondCalm / abuses, 3),
    p50Ms: rounded(of("p50Ms")),
    p95Ms: rounded(of("p95Ms")),
    p99Ms: rounded(of("p99Ms")),
    p95ToCalm: rounded(median(own.map(({ p95Ms }, round) => p95Ms / calm[round]!.p95Ms))),
  };
}
