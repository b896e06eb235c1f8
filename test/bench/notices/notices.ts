import { once } from "node:events";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { findFreePort } from "@campus-graph/launch/ports";
import { prepareSmallCity, type SmallCity } from "../city/small-city.js";
import { type Cores, divideCores } from "../cores.js";
import type { Options } from "../options.js";
import { installPeers, peersFolder } from "../peers.js";
import { print, type Row, rounded, table, writeResults } from "../results.js";
import { built, type SubjectProcess, startSubject, untilQuiet } from "../subject-process.js";
import { Audience, spreadOf } from "./audience.js";
import { type Guardian, moveGuardiansIn } from "./guardians.js";
import type { PushOrder, Send } from "./orders.js";
import { billing, socketUrl, startGateway, startIdentity, startPayments } from "./ours.js";
import { profileBursts } from "./profile.js";

interface Sizes {
  /** Sockets of our gateway and of bare `ws`. */
  sockets: readonly number[];
  /** Sockets of the stock way, which cannot bear as many. */
  stockSockets: number;
  steadyMs: number;
  /** Notices that the bursts of one measurement add up to, at least; the system counts time in hundredths of a second. */
  burstNotices: number;
  /** How long the open sockets are watched in idleness; tails that look by themselves should have had their turn. */
  idleMs: number;
  /** Until every notice of a burst must have arrived. */
  patienceMs: number;
}

const full: Sizes = {
  sockets: [1, 1_000, 10_000],
  stockSockets: 500,
  steadyMs: 20_000,
  burstNotices: 20_000,
  idleMs: 16_000,
  patienceMs: 120_000,
};
const quick: Sizes = {
  sockets: [1, 300],
  stockSockets: 100,
  steadyMs: 4_000,
  burstNotices: 600,
  idleMs: 3_000,
  patienceMs: 60_000,
};

const perSecond = 200;
/** A bill's length in the parent app's subscription, as ours sends it. */
const before = `{"id":"1","type":"next","payload":{"data":{"billNotice":{"id":"${"0".repeat(36)}","kind":"ISSUED","cursor":"${"c".repeat(86)}","occurredAt":"2026-11-23T08:00:00.000Z",`;
const after = `,"title":"115 學年度第 1 學期午餐費","amount":680,"dueDate":"2026-12-07","status":"UNPAID","student":{"maskedName":"林O佑"}}}}}}`;

/** From commit to the guardian's socket: ours, bare `ws` with ready bytes, and an upstream socket for each subscriber. */
export async function notices(options: Options, stop: AbortSignal): Promise<void> {
  if (!options.profile) installPeers();
  const sizes = options.quick ? quick : full;
  const cores = divideCores();
  await using stack = new AsyncDisposableStack();
  print("Starting the city …");
  const city = await prepareSmallCity(stack);
  stack.use(await startIdentity(city));
  const most = Math.max(...sizes.sockets);
  if (options.profile) return await profileBursts(city, most, cores, stop);
  const payments = stack.use(await startPayments(city));
  const guardians = await moveGuardiansIn(city, most);
  const rows: Row[] = [];
  for (const sockets of sizes.sockets) {
    rows.push(...(await measureBare(sockets, guardians, sizes, cores, stop)));
    rows.push(...(await measureOurs(sockets, guardians, sizes, cores, stop, city, payments)));
  }
  rows.push(...(await measureStock(guardians, sizes, cores, stop, city)));
  print(`\n${table(rows)}\n\n${table(ratios(rows))}`);
  writeResults("notices", rows, {
    node: process.version,
    pinned: cores !== null,
    quick: options.quick,
    steadyPerSecond: perSecond,
  });
}

async function measureOurs(
  sockets: number,
  guardians: readonly Guardian[],
  sizes: Sizes,
  cores: Cores | null,
  stop: AbortSignal,
  city: SmallCity,
  payments: SubjectProcess,
): Promise<Row[]> {
  await using gateway = await startGateway(city, cores);
  const listening = guardians.slice(0, sockets);
  return await measure(
    "ours",
    socketUrl(city),
    gateway,
    listening,
    sizes,
    billing(payments, listening),
    stop,
  );
}

async function measureBare(
  sockets: number,
  guardians: readonly Guardian[],
  sizes: Sizes,
  cores: Cores | null,
  stop: AbortSignal,
): Promise<Row[]> {
  const port = await findFreePort();
  await using bare = await startSubject({
    name: "bare",
    args: [built("notices/bare-sockets.js")],
    env: { PORT: String(port), BEFORE: before, AFTER: after },
    readyUrl: null,
    core: cores?.subject ?? null,
  });
  const url = `ws://127.0.0.1:${port}/graphql`;
  return await measure("bare", url, bare, guardians.slice(0, sockets), sizes, pushBy(bare), stop);
}

async function measureStock(
  guardians: readonly Guardian[],
  sizes: Sizes,
  cores: Cores | null,
  stop: AbortSignal,
  city: SmallCity,
): Promise<Row[]> {
  const [upstreamPort, port] = [await findFreePort(), await findFreePort()];
  await using upstream = await startSubject({
    name: "push-subgraph",
    args: [join(peersFolder, "push-subgraph.mjs")],
    env: { PORT: String(upstreamPort) },
    readyUrl: null,
    core: null,
  });
  await using stock = await startSubject({
    name: "stock",
    args: [join(peersFolder, "stock-notices.mjs")],
    env: {
      PORT: String(port),
      UPSTREAM_URL: `http://127.0.0.1:${upstreamPort}/graphql`,
      KEYS_FILE: city.keysFileOf("gateway"),
      PUBLIC_URL: city.url,
      IDENTITY_URL: `http://127.0.0.1:${city.ports.identity}`,
      APOLLO_TELEMETRY_DISABLED: "true",
    },
    readyUrl: null,
    core: cores?.subject ?? null,
  });
  const url = `ws://127.0.0.1:${port}/graphql`;
  const listening = guardians.slice(0, Math.min(sizes.stockSockets, guardians.length));
  return await measure("stock", url, stock, listening, sizes, pushBy(upstream), stop);
}

function pushBy(process: SubjectProcess): Send {
  return async (push, everyMs) => {
    const message = once(process.child, "message");
    process.child.send({ push, everyMs } satisfies PushOrder);
    const [committed] = (await message) as [[string, number][]];
    return new Map(committed);
  };
}

async function measure(
  subject: string,
  url: string,
  process: SubjectProcess,
  guardians: readonly Guardian[],
  sizes: Sizes,
  send: Send,
  stop: AbortSignal,
): Promise<Row[]> {
  const sockets = guardians.length;
  const emptyBytes = process.residentBytes();
  const tokens = guardians.map(({ token }) => token);
  print(`${subject}: opening ${sockets} sockets …`);
  const audience = await Audience.gather(url, tokens, stop);
  try {
    // Untimed: tails are read once, code is compiled.
    await untilQuiet(process);
    await audience.latencies(await send(Math.min(sockets, 200), 0), sizes.patienceMs);
    await untilQuiet(process);
    const bytesPerIdleSocket =
      sockets < 100 ? null : Math.round((process.residentBytes() - emptyBytes) / sockets);
    const idleCpuShare = await idleShare(process, sizes.idleMs);
    // One guardian does not get two hundred notices a second.
    const pace = Math.min(perSecond, sockets * 10);
    const bursts = sockets === 1 ? 20 : Math.ceil(sizes.burstNotices / sockets);
    const rows: Row[] = [];
    for (const [query, notices, everyMs, times] of [
      [`steady ${pace}/s`, (sizes.steadyMs / 1_000) * pace, 1_000 / pace, 1],
      ["burst to all", sockets, 0, bursts],
    ] as const) {
      const latencies: number[] = [];
      const cpuBefore = process.cpuMs();
      const startedAt = performance.now();
      for (let time = 0; time < times; time++) {
        stop.throwIfAborted();
        latencies.push(...(await audience.latencies(await send(notices, everyMs), sizes.patienceMs)));
      }
      const tookMs = performance.now() - startedAt;
      const cpuMs = process.cpuMs() - cpuBefore;
      const { p50Ms, p99Ms } = spreadOf(latencies);
      rows.push({
        subject,
        query: `${query}, ${sockets} sockets`,
        fetches: null,
        requestsPerSecond: rounded((latencies.length / tookMs) * 1_000, 1),
        cpuMsPerRequest: rounded(cpuMs / latencies.length, 4),
        p50Ms: rounded(p50Ms, 1),
        p99Ms: rounded(p99Ms, 1),
        lastMs: rounded(Math.max(...latencies), 1),
        deliveriesPerCpuSecond: Math.round(latencies.length / (Math.max(cpuMs, 1) / 1_000)),
        sockets,
        bytesPerIdleSocket,
        idleCpuPercent: idleCpuShare,
      });
    }
    return rows;
  } finally {
    audience.close();
  }
}

/** How much of its core the subject takes while nothing happens, in per cent. */
async function idleShare(process: SubjectProcess, overMs: number): Promise<number> {
  const before = process.cpuMs();
  await delay(overMs);
  return rounded(((process.cpuMs() - before) / overMs) * 100, 1);
}

/** Deliveries for the same CPU time, as a share of bare's and as a multiple of the stock way's. */
function ratios(rows: readonly Row[]) {
  const cost = (row: Row | undefined) => Number(row?.cpuMsPerRequest ?? Number.NaN);
  const kindOf = ({ query }: Row) => String(query).split(" ")[0];
  const stockOf = (row: Row) =>
    rows.find((other) => other.subject === "stock" && kindOf(other) === kindOf(row));
  return rows
    .filter(({ subject, sockets }) => subject === "ours" && Number(sockets) > 1)
    .map((row) => ({
      query: row.query,
      "of bare": rounded(
        cost(rows.find(({ subject, query }) => subject === "bare" && query === row.query)) / cost(row),
        3,
      ),
      "× stock": rounded(cost(stockOf(row)) / cost(row), 1),
    }));
}
