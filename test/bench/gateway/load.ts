import { Pool } from "undici";
import { quantile } from "../results.js";
import type { Query } from "./queries.js";

/** What came of asking one subject one question for a while. */
export interface Measured {
  requestsPerSecond: number;
  cpuMsPerRequest: number;
  p50Ms: number;
  p99Ms: number;
}

const concurrency = 16;

/** Asks over and over, sixteen at a time, each over a kept connection; every answer must be as long as the first was. */
export class Load {
  readonly #pool: Pool;

  constructor(
    readonly url: string,
    readonly cpuMs: () => number,
  ) {
    this.#pool = new Pool(new URL(url).origin, { connections: concurrency, pipelining: 1 });
  }

  async execute(query: Query): Promise<string> {
    const response = await this.#pool.request({
      method: "POST",
      path: new URL(this.url).pathname,
      headers: {
        "content-type": "application/json",
        accept: "application/json",
        authorization: `Bearer ${query.token}`,
      },
      body: query.body,
    });
    const text = await response.body.text();
    if (response.statusCode !== 200) throw new Error(`${response.statusCode}: ${text.slice(0, 500)}`);
    return text;
  }

  async measure(query: Query, forMs: number): Promise<Measured> {
    const length = (await this.execute(query)).length;
    const latencies: number[] = [];
    const cpuBefore = this.cpuMs();
    const startedAt = performance.now();
    const endAt = startedAt + forMs;
    const worker = async () => {
      for (let now = performance.now(); now < endAt; ) {
        const text = await this.execute(query);
        const then = now;
        now = performance.now();
        latencies.push(now - then);
        if (text.length !== length) throw new Error(`An answer changed under load: ${text.slice(0, 500)}`);
      }
    };
    await Promise.all(Array.from({ length: concurrency }, worker));
    const tookMs = performance.now() - startedAt;
    return {
      requestsPerSecond: (latencies.length / tookMs) * 1_000,
      cpuMsPerRequest: (this.cpuMs() - cpuBefore) / latencies.length,
      p50Ms: quantile(latencies, 0.5),
      p99Ms: quantile(latencies, 0.99),
    };
  }

  async close(): Promise<void> {
    await this.#pool.destroy();
  }
}
