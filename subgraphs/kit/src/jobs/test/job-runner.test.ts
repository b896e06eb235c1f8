import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import type { Context } from "../../context.js";
import { startTestNode, type TestNode } from "../../events/test/test-node.js";
import { testNodes } from "../../events/test/test-nodes.js";
import type { DailySchedule } from "../daily-schedule.js";
import { eraseDeadLetters } from "../erase-dead-letters.js";
import { FinalFailure, type JobKind, type NewJob } from "../job.js";
import { claimJob, deadJobs, enqueueJob, jobCounts, retryDeadJob } from "../job-queue.js";
import { JobRunner } from "../job-runner.js";

/** A city of one node whose clock stands until it is set. */
async function startCity(start = "2026-11-30T04:00:00Z") {
  await using stack = new AsyncDisposableStack();
  const database = stack.use(await testNodes());
  const node = stack.use(await startTestNode(database.urls, "roster"));
  const city = new City(node, database.urls.roster, new Date(start), stack.move());
  return city;
}

class City {
  constructor(
    readonly node: TestNode,
    readonly url: string,
    public now: Date,
    readonly stack: AsyncDisposableStack,
  ) {}

  context(): Context {
    return { ...this.node.context(), clock: { now: () => this.now } };
  }

  copy(kinds: JobKind<unknown>[], schedules: DailySchedule[] = []): JobRunner<unknown> {
    return new JobRunner({ kinds, schedules, contextFor: () => this.context() });
  }

  advance(ms: number): void {
    this.now = new Date(this.now.getTime() + ms);
  }

  enqueue(dedupe: string, job: Partial<NewJob> = {}): Promise<void> {
    return enqueueJob(this.context(), "letter", { dedupe, payload: { to: dedupe }, ...job });
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.stack.disposeAsync();
  }
}

/** A kind of job that writes down whom it wrote to, and fails as long as `fails`. */
function letters(further: Partial<JobKind<unknown>> = {}) {
  const written: string[] = [];
  const state = { written, fails: false };
  const kind: JobKind<unknown> = {
    name: "letter",
    async run(_, { payload }) {
      if (state.fails) throw Object.assign(new Error("A123456789 has moved"), { code: "EENVELOPE" });
      written.push((payload as { to: string }).to);
    },
    ...further,
  };
  return { kind, state };
}

describe("a job", () => {
  it("is done, and its payload erased", async () => {
    await using city = await startCity();
    const { kind, state } = letters();
    await city.enqueue("mei");
    expect(await city.copy([kind]).round()).toBe(1);
    expect(state.written).toEqual(["mei"]);
    expect(await city.context().em.execute("select payload, done_at is not null as done from job")).toEqual([
      { payload: null, done: true },
    ]);
  });

  it("is not there when its transaction is given up", async () => {
    await using city = await startCity();
    const givenUp = city.context().em.transactional(async (em) => {
      await enqueueJob({ ...city.context(), em: em as Context["em"] }, "letter", {
        dedupe: "a",
        payload: {},
      });
      throw new Error("given up");
    });
    await expect(givenUp).rejects.toThrow("given up");
    expect(await city.copy([letters().kind]).round()).toBe(0);
  });

  it("counts once under its words, however often it is asked for, and after it is done", async () => {
    await using city = await startCity();
    const { kind, state } = letters();
    const copy = city.copy([kind]);
    await Promise.all([city.enqueue("mei"), city.enqueue("mei"), city.enqueue("hua")]);
    await copy.round();
    await city.enqueue("mei");
    await copy.round();
    expect(state.written.toSorted()).toEqual(["hua", "mei"]);
  });

  it("comes before others when it is urgent, and not before its time", async () => {
    await using city = await startCity();
    const { kind, state } = letters();
    const copy = city.copy([kind]);
    await city.enqueue("later", { notBefore: new Date(city.now.getTime() + 60_000), urgent: true });
    await city.enqueue("first");
    city.advance(1_000);
    await city.enqueue("urgent", { urgent: true });
    await copy.round();
    expect(state.written).toEqual(["urgent", "first"]);
    city.advance(59_000);
    await copy.round();
    expect(state.written).toEqual(["urgent", "first", "later"]);
  });

  it("is done by one of two copies", async () => {
    await using city = await startCity();
    const names = Array.from({ length: 120 }, (_, at) => `guardian ${at}`);
    await Promise.all(names.map((name) => city.enqueue(name)));
    const kinds = [letters({ sideBySide: 4 }), letters({ sideBySide: 4 })];
    const copies = kinds.map(({ kind }) => city.copy([kind]));
    let ran = 1;
    while (ran > 0) ran = (await Promise.all(copies.map((copy) => copy.round()))).reduce((a, b) => a + b);
    const written = kinds.map(({ state }) => state.written);
    expect(written.flat().toSorted()).toEqual(names.toSorted());
    expect(Math.min(...written.map(({ length }) => length))).toBeGreaterThan(0);
  });

  it("is done again by another copy when the one that had begun it was killed", async () => {
    await using city = await startCity();
    await city.enqueue("mei");
    const child = spawn(
      process.execPath,
      [fileURLToPath(new URL("./dying-copy.mjs", import.meta.url)), city.url, city.now.toISOString()],
      { stdio: ["ignore", "pipe", "inherit"] },
    );
    const [output] = await once(child.stdout, "data");
    expect(String(output)).toBe("in the middle\n");
    child.kill("SIGKILL");
    await once(child, "exit");
    const { kind, state } = letters();
    const copy = city.copy([kind]);
    expect(await copy.round()).toBe(0);
    city.advance(60_000);
    expect(await copy.round()).toBe(1);
    expect(state.written).toEqual(["mei"]);
    expect((await city.node.notes()).map(({ text }) => text)).toEqual(["by the copy that died"]);
    city.advance(60 * 60_000);
    expect(await copy.round()).toBe(0);
  });

  it("is tried again after a pause that doubles, up to the longest", async () => {
    await using city = await startCity();
    const { kind, state } = letters({ longestPauseMs: 3_000, mostTries: 100 });
    state.fails = true;
    const copy = city.copy([kind]);
    await city.enqueue("mei");
    expect(await copy.round()).toBe(1);
    for (const pauseMs of [1_000, 2_000, 3_000, 3_000]) {
      city.advance(pauseMs - 1);
      expect(await copy.round()).toBe(0);
      city.advance(1);
      expect(await copy.round()).toBe(1);
    }
    state.fails = false;
    city.advance(3_000);
    await copy.round();
    expect(state.written).toEqual(["mei"]);
  });

  it("that failed too often waits for a person, who sees its kind of failure and has it tried again", async () => {
    await using city = await startCity();
    const { kind, state } = letters({ mostTries: 3 });
    state.fails = true;
    const copy = city.copy([kind]);
    await city.enqueue("mei");
    for (let day = 0; day < 5; day++) {
      await copy.round();
      city.advance(24 * 60 * 60_000);
    }
    const { em } = city.context();
    const [dead, ...others] = await deadJobs(em);
    expect(others).toEqual([]);
    expect(dead).toMatchObject({ kind: "letter", error: "EENVELOPE", tries: 3 });
    expect(await jobCounts(em)).toEqual({ waiting: 0, dead: 1 });
    state.fails = false;
    expect(await retryDeadJob(em, "no such job", city.now)).toBe(false);
    expect(await retryDeadJob(em, dead!.id, city.now)).toBe(true);
    await copy.round();
    expect(state.written).toEqual(["mei"]);
    expect(await jobCounts(em)).toEqual({ waiting: 0, dead: 0 });
    expect(await retryDeadJob(em, dead!.id, city.now)).toBe(false);
  });

  it("that ends its process with every try is a dead letter in the end, and never begun again", async () => {
    await using city = await startCity();
    const { kind, state } = letters({ mostTries: 2 });
    await city.enqueue("poison");
    for (let death = 0; death < 2; death++) {
      const claimed = await claimJob(
        city.context().em,
        ["letter"],
        city.now,
        new Date(city.now.getTime() + 60_000),
      );
      expect(claimed?.tries).toBe(death + 1);
      city.advance(60_000);
    }
    await city.copy([kind]).round();
    expect(state.written).toEqual([]);
    expect(await deadJobs(city.context().em)).toMatchObject([{ error: "INTERRUPTED" }]);
  });
});

describe("a daily schedule", () => {
  const remind = (at: DailySchedule["at"]) => {
    const days: string[] = [];
    const kind: JobKind<unknown> = {
      name: "remind",
      async run(_, { payload }) {
        days.push((payload as { day: string }).day);
      },
    };
    return { days, kind, schedules: [{ kind: "remind", at }] };
  };

  it("goes by Taipei's midnight, and comes up once a day over all copies and restarts", async () => {
    // Five past midnight in Taipei, the first of December.
    await using city = await startCity("2026-11-30T16:05:00Z");
    const { days, kind, schedules } = remind("00:10");
    const copies = [city.copy([kind], schedules), city.copy([kind], schedules)];
    const round = () => Promise.all(copies.map((copy) => copy.round()));
    await round();
    expect(days).toEqual(["2026-11-30"]);
    city.advance(5 * 60_000 - 1);
    await round();
    expect(days).toEqual(["2026-11-30"]);
    city.advance(1);
    await round();
    await city.copy([kind], schedules).round();
    expect(days).toEqual(["2026-11-30", "2026-12-01"]);
    city.advance(24 * 60 * 60_000);
    await round();
    expect(days).toEqual(["2026-11-30", "2026-12-01", "2026-12-02"]);
  });

  it("is made up for once, for the last day, when no copy ran for days", async () => {
    await using city = await startCity("2026-12-01T00:00:00Z");
    const { days, kind, schedules } = remind("07:30");
    const copy = city.copy([kind], schedules);
    await copy.round();
    city.advance(4 * 24 * 60 * 60_000);
    await copy.round();
    expect(days).toEqual(["2026-12-01", "2026-12-05"]);
  });

  it("is refused where there is no such kind of job", async () => {
    await using city = await startCity();
    expect(() => city.copy([letters().kind], [{ kind: "remind", at: "07:30" }])).toThrow("remind");
  });
});

it("forgets what a dead letter says when its days are over, and still counts the occasion as one", async () => {
  await using city = await startCity();
  const { kind, state } = letters({ mostTries: 1 });
  const runner = city.copy([kind]);
  const erase = () => eraseDeadLetters(14).run(city.context());
  state.fails = true;
  await city.enqueue("mei");
  await runner.round();
  city.advance(13 * 24 * 60 * 60_000);
  expect(await erase()).toBe(false);
  expect(await deadJobs(city.context().em)).toHaveLength(1);
  city.advance(2 * 24 * 60 * 60_000);
  expect(await erase()).toBe(true);
  expect(await deadJobs(city.context().em)).toEqual([]);
  const rows = await city.context().em.execute<{ payload: unknown }[]>("select payload from job");
  expect(rows).toEqual([{ payload: null }]);
  state.fails = false;
  await city.enqueue("mei");
  await runner.round();
  expect(state.written).toEqual([]);
});

it("tries nothing again whose failure is final", async () => {
  await using city = await startCity();
  const kind = {
    name: "letter",
    run: async () => {
      throw new FinalFailure("NO_SUCH_MAILBOX");
    },
  } satisfies JobKind<unknown>;
  await city.enqueue("mei");
  await city.copy([kind]).round();
  expect(await deadJobs(city.context().em)).toMatchObject([{ error: "NO_SUCH_MAILBOX", tries: 1 }]);
});
