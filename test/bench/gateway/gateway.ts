import { deepStrictEqual } from "node:assert";
import { mkdtempSync, rmSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { launchCity } from "../city/launched-city.js";
import { divideCores } from "../cores.js";
import type { Options } from "../options.js";
import { installPeers } from "../peers.js";
import { median, print, type Row, rounded, table, writeResults } from "../results.js";
import { Load, type Measured } from "./load.js";
import { profileOurs } from "./profile.js";
import { prepareQueries, type Query } from "./queries.js";
import {
  type Prerequisites,
  type StandIn,
  type SubjectName,
  startOne,
  startStandIn,
  subjectNames,
} from "./subjects.js";

/** One subject under load. */
interface Contender {
  name: SubjectName;
  load: Load;
}

/** Our gateway beside the stock one, Hive's with its Rust planner, and a plain server that makes the same fetches. */
export async function gateway(options: Options, stop: AbortSignal): Promise<void> {
  if (!options.profile) installPeers();
  const cores = divideCores();
  await using stack = new AsyncDisposableStack();
  const folder = mkdtempSync(join(tmpdir(), "campus-bench-"));
  stack.defer(() => rmSync(folder, { recursive: true, force: true }));
  print("Starting the city and filling it: 25 families, a year's bills for each child …");
  const city = await launchCity(stack, stop);
  const queries = await prepareQueries(city);
  const prerequisites: Prerequisites = { city, folder, core: cores?.subject ?? null };
  const standIn = await startStandIn(prerequisites, stack);
  if (options.profile) return await profileOurs(prerequisites, standIn, queries, options);

  const contenders: Contender[] = [];
  for (const name of subjectNames) {
    const { process, url } = stack.use(asDisposable(await startOne(name, prerequisites, standIn)));
    const load = new Load(url, process.cpuMs);
    stack.defer(() => load.close());
    contenders.push({ name, load });
  }
  const fetches = await compareAnswers(contenders, queries, standIn);
  const rows = await measureAll(contenders, queries, standIn, options, stop, fetches);
  print(`\n${table(rows)}\n\n${table(ratios(rows))}`);
  writeResults("gateway", rows, {
    node: process.version,
    cpu: cpus()[0]?.model,
    pinned: cores !== null,
    rounds: roundsOf(options),
    quick: options.quick,
    answers: "kept answers of the live subgraphs, given again by a stand-in",
  });
}

function asDisposable<T extends { process: AsyncDisposable }>(subject: T): T & AsyncDisposable {
  return Object.assign(subject, {
    [Symbol.asyncDispose]: async () => subject.process[Symbol.asyncDispose](),
  });
}

/** Nothing is timed before everybody answers alike; answers how many fetches each needs for each question. */
async function compareAnswers(
  contenders: readonly Contender[],
  queries: readonly Query[],
  standIn: StandIn,
): Promise<Map<string, number>> {
  const fetches = new Map<string, number>();
  for (const query of queries) {
    let expected: unknown;
    for (const { name, load } of contenders) {
      await load.execute(query);
      const before = await standIn.counts();
      const { data, errors } = JSON.parse(await load.execute(query));
      fetches.set(`${name} ${query.name}`, (await standIn.counts()).received - before.received);
      if (errors) throw new Error(`${name} answers ${query.name} with ${JSON.stringify(errors)}`);
      expected ??= data;
      deepStrictEqual(data, expected, `${name} answers ${query.name} differently.`);
    }
    const kilobytes = rounded(JSON.stringify(expected).length / 1_024, 1);
    print(`${query.name}: ${kilobytes} KB, the same from ${contenders.map(({ name }) => name).join(", ")}.`);
  }
  return fetches;
}

function roundsOf({ quick, rounds }: Options): number {
  return rounds ?? (quick ? 2 : 9);
}

/** Round by round, each question goes to each subject in turn, another one first each time: noise hits all alike. */
async function measureAll(
  contenders: readonly Contender[],
  queries: readonly Query[],
  standIn: StandIn,
  options: Options,
  stop: AbortSignal,
  fetches: ReadonlyMap<string, number>,
): Promise<Row[]> {
  const sliceMs = options.quick ? 700 : 2_000;
  const measured = new Map<string, Measured[]>();
  // Untimed: every subject's code is compiled and its caches are filled.
  for (const query of queries)
    for (const { load } of contenders) {
      stop.throwIfAborted();
      await load.measure(query, options.quick ? 1_500 : 5_000);
    }
  const before = await standIn.counts();
  const rounds = roundsOf(options);
  for (let round = 0; round < rounds; round++) {
    for (const query of queries)
      for (const at of contenders.keys()) {
        stop.throwIfAborted();
        const { name, load } = contenders[(at + round) % contenders.length]!;
        const key = `${name} ${query.name}`;
        const slice = await load.measure(query, sliceMs);
        measured.set(key, [...(measured.get(key) ?? []), slice]);
      }
    print(`round ${round + 1} of ${rounds}`);
  }
  const passedOn = (await standIn.counts()).passedOn - before.passedOn;
  if (passedOn > 0) print(`Note: ${passedOn} fetches reached the live subgraphs while timed.`);
  return queries.flatMap((query) =>
    contenders.map(({ name }) => {
      const key = `${name} ${query.name}`;
      const slices = measured.get(key)!;
      const of = (measure: keyof Measured) => median(slices.map((slice) => slice[measure]));
      return {
        subject: name,
        query: query.name,
        fetches: fetches.get(key)!,
        requestsPerSecond: rounded(of("requestsPerSecond"), 1),
        cpuMsPerRequest: rounded(of("cpuMsPerRequest"), 4),
        p50Ms: rounded(of("p50Ms")),
        p99Ms: rounded(of("p99Ms")),
      };
    }),
  );
}

/** How many times the peer's requests `ours` answers with the same CPU time. */
function ratios(rows: readonly Row[]) {
  const costOf = (subject: SubjectName, query: string) =>
    Number(rows.find((row) => row.subject === subject && row.query === query)!.cpuMsPerRequest);
  return [...new Set(rows.map(({ query }) => query))].map((query) => {
    const times = (subject: SubjectName) => rounded(costOf(subject, query) / costOf("ours", query));
    return {
      query,
      "× stock": times("stock"),
      "× hive": times("hive"),
      "× bare": times("bare"),
    };
  });
}
