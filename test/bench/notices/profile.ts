import { join } from "node:path";
import type { SmallCity } from "../city/small-city.js";
import type { Cores } from "../cores.js";
import { printProfile, profiledInto } from "../cpu-profile.js";
import { print, table } from "../results.js";
import { untilQuiet } from "../subject-process.js";
import { Audience, spreadOf } from "./audience.js";
import { moveGuardiansIn } from "./guardians.js";
import { billing, socketUrl, startGateway, startPayments } from "./ours.js";

const bursts = 4;
const patienceMs = 120_000;

/** In which functions the gateway and payments spend their time while a notice goes to every guardian at once. */
export async function profileBursts(
  city: SmallCity,
  sockets: number,
  cores: Cores | null,
  stop: AbortSignal,
): Promise<void> {
  const folders = {
    payments: join(city.folder, "profile-payments"),
    ours: join(city.folder, "profile-ours"),
  };
  const startedAt = { payments: performance.now(), ours: 0 };
  let warmAt = 0;
  const rows: Record<string, number>[] = [];
  {
    await using payments = await startPayments(city, profiledInto(folders.payments));
    const guardians = await moveGuardiansIn(city, sockets);
    startedAt.ours = performance.now();
    await using gateway = await startGateway(city, cores, profiledInto(folders.ours));
    const tokens = guardians.map(({ token }) => token);
    const audience = await Audience.gather(socketUrl(city), tokens, stop);
    const send = billing(payments, guardians);
    try {
      await untilQuiet(gateway);
      await audience.latencies(await send(sockets, 0), patienceMs);
      warmAt = performance.now();
      for (let time = 0; time < bursts; time++) {
        stop.throwIfAborted();
        const before = { gateway: gateway.cpuMs(), payments: payments.cpuMs(), audience: process.cpuUsage() };
        const beganAt = performance.now();
        const committed = await send(sockets, 0);
        const issuedMs = performance.now() - beganAt;
        const latencies = await audience.latencies(committed, patienceMs);
        const tookMs = performance.now() - beganAt;
        const { user, system } = process.cpuUsage(before.audience);
        const { p50Ms, p99Ms } = spreadOf(latencies);
        rows.push({
          p50Ms: Math.round(p50Ms),
          p99Ms: Math.round(p99Ms),
          lastMs: Math.round(Math.max(...latencies)),
          issuedMs: Math.round(issuedMs),
          tookMs: Math.round(tookMs),
          gatewayCpuMs: gateway.cpuMs() - before.gateway,
          paymentsCpuMs: payments.cpuMs() - before.payments,
          audienceCpuMs: Math.round((user + system) / 1_000),
        });
      }
    } finally {
      audience.close();
    }
  }
  print(`Bursts to ${sockets} sockets, under the profiler:\n${table(rows)}`);
  for (const name of ["payments", "ours"] as const) {
    print(`\n${name}`);
    printProfile(folders[name], warmAt - startedAt[name]);
  }
}
